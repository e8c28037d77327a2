(() => {
  'use strict';

  const app = kintone.app.getId();
  kintone.api('/k/v1/preview/app/form/fields', 'POST', { app, properties: {} }); // expect: app-setting-changed
  kintone.api('/k/v1/preview/app.json', 'POST', { name: '新しいアプリ' }); // expect: app-setting-changed
  new KintoneRestAPIClient().app.updateViews({ app, views: {} }); // expect: app-setting-changed

  kintone.api('/k/v1/app/form/fields', 'GET', { app });
  kintone.api('/k/v1/preview/app/views', 'GET', { app });
})();
