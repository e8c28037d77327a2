(() => {
  'use strict';

  const app = kintone.app.getId();
  const call = (path, method, body) => kintone.api(kintone.api.url(`/k/v1/${path}.json`, true), method, body); // expect: form-field-deleted
  call('preview/app/form/fields', 'DELETE', { app, fields: ['旧番号'] }); // expect: form-field-deleted
  new KintoneRestAPIClient().app.deleteFormFields({ app, fields: ['旧番号'] }); // expect: form-field-deleted
  fetch('/k/guest/3/v1/preview/app/form/fields.json', { method: 'DELETE' }); // expect: form-field-deleted

  kintone.api('/k/v1/preview/app/form/fields', 'GET', { app });
  kintone.api('/k/v1/record', 'PUT', { app, id: 1, record: { 旧番号: { value: '' } } });
})();
