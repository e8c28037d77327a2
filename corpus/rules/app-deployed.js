(() => {
  'use strict';

  const app = kintone.app.getId();
  kintone.api('/k/v1/preview/app/deploy.json', 'POST', { apps: [{ app }] }); // expect: app-deployed
  new KintoneRestAPIClient().app.deployApp({ apps: [{ app }] }); // expect: app-deployed

  kintone.api('/k/v1/preview/app/deploy', 'GET', { apps: [app] });
})();
