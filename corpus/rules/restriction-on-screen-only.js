(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    if (kintone.getLoginUser().code !== 'kacho') {
      kintone.app.record.setFieldShown('病歴', false); // expect: restriction-on-screen-only
    }
    kintone.app.record.setFieldShown('備考', true);
    return event;
  });
})();
