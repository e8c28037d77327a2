/*
 * 税証明発行受付 設定
 * 手数料や窓口の名前を変えるときは、このファイルだけを直してください。
 */
var zeiShoumei = window.zeiShoumei || {};

(function (ns) {
  'use strict';

  ns.FEES = {
    '所得証明書': 300,
    '課税証明書': 300,
    '納税証明書': 300,
    '評価証明書': 300,
    '公課証明書': 300,
    '名寄帳': 200
  };

  ns.MESSAGES = {
    required: '必須項目です。',
    copies: '通数は1から20までの整数で入力してください。',
    proxy: '代理人が申請する場合は、委任状の有無を選んでください。',
    identity: '本人確認の方法を1つ以上選んでください。',
    future: '受付日に未来の日付は指定できません。'
  };

  ns.WINDOWS = ['本庁1番', '本庁2番', '湖北支所', '布佐支所'];

  ns.pad = function (number, width) {
    var text = String(number);
    while (text.length < width) {
      text = '0' + text;
    }
    return text;
  };

  ns.today = function () {
    var now = new Date();
    return now.getFullYear() + '-' + ns.pad(now.getMonth() + 1, 2) + '-' + ns.pad(now.getDate(), 2);
  };

  // 年度(4月始まり)
  ns.fiscalYear = function (text) {
    var parts = text.split('-');
    var year = parseInt(parts[0], 10);
    return parseInt(parts[1], 10) < 4 ? year - 1 : year;
  };
})(zeiShoumei);

window.zeiShoumei = zeiShoumei;
