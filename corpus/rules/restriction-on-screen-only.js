(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    if (kintone.getLoginUser().code !== 'kacho') {
      kintone.app.record.setFieldShown('病歴', false); // expect: restriction-on-screen-only
    }
    kintone.app.record.setFieldShown('備考', true);
    kintone.app.record.showEditRecordButton('HIDDEN'); // expect: restriction-on-screen-only
    kintone.mobile.app.showAddRecordButton('HIDDEN'); // expect: restriction-on-screen-only
    kintone.app.record.showPager('VISIBLE');
    return event;
  });
})();
