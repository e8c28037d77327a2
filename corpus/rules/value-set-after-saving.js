(() => {
  'use strict';

  kintone.events.on('app.record.create.submit.success', (event) => {
    event.record.受付番号.value = 'R8-0001'; // expect: value-set-after-saving
    return event;
  });

  kintone.events.on(['app.record.edit.submit.success'], async function (event) {
    event.record['更新メモ'].value = '済'; // expect: value-set-after-saving
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    event.record.受付番号.value = 'R8-0001';
    return event;
  });

  kintone.events.on('app.record.create.submit.success', (event) => {
    event.url = kintone.api.url('/k/', true);
    return event;
  });
})();
