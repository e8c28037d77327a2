/*
 * 備品貸出アプリ 共通処理
 * 作成: 総務課 庶務係
 * 概要: 貸出期間の計算と確認。画面(パソコン・スマートフォン)に依存しない処理だけを置く。
 */
(() => {
  'use strict';

  const 一日 = 24 * 60 * 60 * 1000;

  // 備品の区分ごとの貸出できる日数(庁内備品貸出要領 別表)
  const 貸出上限 = {
    プロジェクター: 3,
    拡声器: 3,
    テント: 5,
    発電機: 5,
    ノートパソコン: 14,
  };
  const 既定の上限 = 7;

  /** 'YYYY-MM-DD' を日付にする。書式が違うときは null。 */
  const toDate = (text) => {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text || '');
    if (!match) {
      return null;
    }
    const [, year, month, day] = match.map(Number);
    const date = new Date(year, month - 1, day);
    return date.getMonth() === month - 1 ? date : null;
  };

  /** 日付を 'YYYY-MM-DD' にする。 */
  const toText = (date) => {
    const month = String(date.getMonth() + 1).padStart(2, '0');
    const day = String(date.getDate()).padStart(2, '0');
    return `${date.getFullYear()}-${month}-${day}`;
  };

  /** 貸出日と返却予定日の間の日数(両端を含む)。どちらかが空なら 0。 */
  const countDays = (from, to) => {
    const start = toDate(from);
    const end = toDate(to);
    if (!start || !end) {
      return 0;
    }
    return Math.round((end - start) / 一日) + 1;
  };

  /** 土日と年末年始を除いた、次の開庁日。 */
  const nextOpenDay = (text) => {
    const date = toDate(text);
    if (!date) {
      return '';
    }
    const isClosed = (day) => {
      const monthDay = toText(day).slice(5);
      const isYearEnd = monthDay >= '12-29' || monthDay <= '01-03';
      return day.getDay() === 0 || day.getDay() === 6 || isYearEnd;
    };
    while (isClosed(date)) {
      date.setDate(date.getDate() + 1);
    }
    return toText(date);
  };

  const limitOf = (kind) => 貸出上限[kind] || 既定の上限;

  /** 入力の誤りを、項目コード -> 説明 の形で返す。誤りがなければ空。 */
  const findMistakes = (record) => {
    const mistakes = {};
    const days = countDays(record.貸出日.value, record.返却予定日.value);
    if (record.貸出日.value && record.返却予定日.value && days < 1) {
      mistakes.返却予定日 = '返却予定日は貸出日以降の日付にしてください。';
    }
    record.備品一覧.value.forEach((row) => {
      const kind = row.value.備品区分.value;
      if (kind && days > limitOf(kind)) {
        mistakes.返却予定日 = `${kind}の貸出は${limitOf(kind)}日以内です。`;
      }
      if (Number(row.value.数量.value) < 1) {
        mistakes.備品一覧 = '数量は1以上にしてください。';
      }
    });
    return mistakes;
  };

  // ほかのファイルから使うため、名前を1つだけ公開する。
  window.bihinKashidashi = Object.freeze({ toDate, toText, countDays, nextOpenDay, limitOf, findMistakes });
})();
