(() => {
  'use strict';

  const app = kintone.app.getId();
  const rights = [{ entity: { type: 'GROUP', code: 'everyone' }, recordViewable: true }];
  kintone.api('/k/v1/app/acl', 'PUT', { app, rights }); // expect: access-right-changed
  kintone.api('/k/v1/preview/field/acl.json', 'PUT', { id: app, rights: [] }); // expect: access-right-changed
  new KintoneRestAPIClient().app.updateRecordAcl({ app, rights: [] }); // expect: access-right-changed

  // The request is one of several that the code puts together.
  const plan = (kind) => {
    switch (kind) {
      case 'hide':
        return { method: 'PUT', name: 'field/acl' };
      default:
        return { method: 'GET', name: 'app/form/fields' };
    }
  };
  const chosen = plan(document.title);
  kintone.api(`/k/v1/${chosen.name}.json`, chosen.method, { app, rights: [] }); // expect: access-right-changed
  const look = (kind) => (kind ? { method: 'GET', name: 'field/acl' } : { method: 'GET', name: 'app/form/fields' });
  const looked = look(document.title);
  kintone.api(`/k/v1/${looked.name}.json`, looked.method, { app });

  kintone.api('/k/v1/app/acl', 'GET', { app });
  kintone.api('/k/v1/records/acl/evaluate', 'GET', { app, ids: [1] });
})();

// A function makes all requests of the script: it is told of where it is made, and where it is said which one it is.
(() => {
  const call = (path, method, body) => kintone.api(kintone.api.url(path, true), method, body); // expect: access-right-changed
  const open = async (app, rights) => {
    await call('/k/v1/app/acl.json', 'GET', { app });
    await call('/k/v1/app/acl.json', 'PUT', { app, rights }); // expect: access-right-changed
  };
  open(kintone.app.getId(), []);
})();
