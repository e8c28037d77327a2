(() => {
  'use strict';

  const app = kintone.app.getId();
  const body = { app, desktop: { js: [{ type: 'URL', url: 'https://code.example.com/new.js' }] } };
  kintone.api('/k/v1/preview/app/customize', 'PUT', body); // expect: customize-update
  kintone.api(kintone.api.url('/k/v1/preview/app/customize', true), 'PUT', body); // expect: customize-update
  fetch('/k/v1/preview/app/customize.json', { method: 'PUT', body: JSON.stringify(body) }); // expect: customize-update

  const client = new KintoneRestAPIClient();
  client.app.updateAppCustomize(body); // expect: customize-update

  // 同じ補助関数でも、呼び出しごとに別の宛先になる
  const path = (name, preview = false) => kintone.api.url(`/k/v1/${preview ? 'preview/' : ''}${name}.json`, true);
  kintone.api(path('app/customize'), 'GET', { app });
  kintone.api(path('record'), 'PUT', { app, id: 1, record: {} });
  kintone.api(path('app/customize', true), 'PUT', body); // expect: customize-update

  kintone.api('/k/v1/app/customize', 'GET', { app });
})();
