(() => {
  'use strict';

  kintone.api('/k/v1/plugin', 'POST', { fileKey: '00000000-0000' }); // expect: plugin-administered
  kintone.api('/k/v1/preview/app/plugins.json', 'POST', { app: 1, ids: ['a'] }); // expect: plugin-administered
  new KintoneRestAPIClient().plugin.uninstallPlugin({ id: 'a' }); // expect: plugin-administered

  kintone.api('/k/v1/plugins', 'GET', {});
  kintone.api('/k/v1/app/plugins', 'GET', { app: 1 });
})();
