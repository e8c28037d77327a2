/* 契約申請: アプリ番号とメッセージ。テスト用と本番用で番号が違うため、ここだけを直す。 */
(function (root) {
  'use strict';
  root.keiyakuShinsei = Object.freeze({
    apps: Object.freeze({
      production: Object.freeze({ ledger: 305, vendors: 306 }),
      test: Object.freeze({ ledger: 905, vendors: 906 }),
    }),
    limits: Object.freeze({ single: 300000, quotes: 2 }),
    messages: Object.freeze({
      quotes: '30万円を超える契約には、2者以上の見積書が必要です。',
      period: '契約期間の終わりは、始まりより後の日付にしてください。',
      vendor: '指名停止中の業者です。契約検査係に確認してください。',
      registered: '台帳に登録しました。',
      failed: '台帳に登録できませんでした。状態は変わっていません。',
    }),
  });
}(window));
