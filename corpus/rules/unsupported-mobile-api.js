(() => {
  'use strict';

  kintone.events.on('mobile.app.record.detail.show', async (event) => {
    kintone.mobile.app.record.getHeaderMenuSpaceElement(); // expect: unsupported-mobile-api
    await kintone.mobile.app.getFormFields(); // expect: unsupported-mobile-api
    const { app } = kintone.mobile;
    app.record.showSideBar('CLOSED'); // expect: unsupported-mobile-api
    kintone.mobile.getLoginUser(); // expect: unsupported-mobile-api
    await kintone.mobile.showConfirmDialog({ body: '登録しますか?' }); // expect: unsupported-mobile-api

    kintone.mobile.app.getHeaderSpaceElement();
    kintone.mobile.app.record.get();
    kintone.mobile.app.record.setFieldShown('備考', true);
    await kintone.mobile.showConfirmBottomSheet({ body: '登録しますか?' });
    await kintone.app.getFormFields();
    kintone.app.record.showSideBar('CLOSED');
    kintone.getLoginUser();
    return event;
  });
})();
