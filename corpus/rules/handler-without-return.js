(() => {
  'use strict';

  kintone.events.on('app.record.create.show', (event) => { // expect: handler-without-return
    const record = event.record;
    record.受付日.value = '2026-04-01';
  });

  kintone.events.on(['app.record.edit.show'], function (event) { // expect: handler-without-return
    if (event.record.区分.value === '新規') {
      event.record.受付番号.value = '';
    }
  });

  kintone.events.on('app.record.create.submit', (event) => {
    const record = event.record;
    record.受付日.value = '2026-04-01';
    return event;
  });

  kintone.events.on('app.record.edit.submit', function (event) {
    if (event.record.区分.value === '新規') {
      event.record.受付番号.value = '';
      return event;
    }
    return event;
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const button = document.createElement('button');
    button.textContent = event.record.受付番号.value;
    kintone.app.record.getHeaderMenuSpaceElement().appendChild(button);
  });
})();
