(() => {
  'use strict';

  const app = kintone.app.getId();
  const rights = [{ entity: { type: 'GROUP', code: 'everyone' }, recordViewable: true }];
  kintone.api('/k/v1/app/acl', 'PUT', { app, rights }); // expect: access-right-changed
  kintone.api('/k/v1/preview/field/acl.json', 'PUT', { id: app, rights: [] }); // expect: access-right-changed
  new KintoneRestAPIClient().app.updateRecordAcl({ app, rights: [] }); // expect: access-right-changed

  kintone.api('/k/v1/app/acl', 'GET', { app });
  kintone.api('/k/v1/records/acl/evaluate', 'GET', { app, ids: [1] });
})();
