(() => {
  'use strict';

  const key = 'ad8e5fc1d29b4a7f8e0c3b6a5d4f2e1c'; // expect: secret-in-header
  fetch('https://api.example.com/a', { headers: { 'X-API-KEY': key } });
  fetch('https://api.example.com/b', { headers: [['Authorization', 'Token Tq8kL2mN4pR6tV8xZ0bC2dF4hJ']] }); // expect: secret-in-header
  $.ajaxSetup({ headers: { 'X-Auth': 'Qq8kL2mN4pR6tV8xZ0bC2dF4hJ' } }); // expect: secret-in-header
  kintone.proxy('https://api.example.com/c', 'GET', { 'X-Sakura-Key': 'Nq8kL2mN4pR6tV8xZ0bC2dF4hJ' }, {}); // expect: secret-in-header

  // What is no credential, or stands elsewhere.
  const trace = { 'X-Trace': 'Mq8kL2mN4pR6tV8xZ0bC2dF4hJ', 'X-Requested-With': 'XMLHttpRequest' };
  const kept = { Authorization: `Token ${kintone.plugin.app.getConfig(kintone.$PLUGIN_ID).token}` };
  const open = { 'X-API-KEY': 'ここにAPIキーを入力', 'X-Auth': 'settings.auth.header2' };
  const sort = { 'data-sort-key': 'Kq8kL2mN4pR6tV8xZ0bC2dF4hJ' };
  document.title = [trace, kept, open, sort].join();
})();
