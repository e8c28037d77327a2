/*
 * 粗大ごみ収集受付(スマートフォン): 収集日の曜日だけを確かめる
 * クリーンセンター 業務係
 */
(() => {
  'use strict';

  const 受付できる曜日 = [2, 4];

  const isCollected = (text) => {
    const [year, month, day] = text.split('-').map(Number);
    return 受付できる曜日.includes(new Date(year, month - 1, day).getDay());
  };

  kintone.events.on(['mobile.app.record.create.submit', 'mobile.app.record.edit.submit'], (event) => {
    const date = event.record.収集日.value;
    if (date && !isCollected(date)) {
      event.error = '収集は火曜日と木曜日です。収集日を選び直してください。';
    }
    return event;
  });
})();
