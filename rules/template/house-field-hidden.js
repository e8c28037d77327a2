// 見本: house-field-hidden が見つける行と、見つけない行 / lines that are found, and lines that are not
(() => {
  'use strict';

  const hide = kintone.app.record.setFieldShown;

  kintone.events.on('app.record.detail.show', (event) => {
    kintone.app.record.setFieldShown('査定額', false); // expect: house-field-hidden
    hide('査定額', false); // expect: house-field-hidden
    kintone.app.record.setGroupFieldOpen('詳細', false);
    return event;
  });
})();
