(() => {
  'use strict';
  const basicAuth = 'keikaku-bot:Himitsu963'; // expect: login-and-password
  const basicAuthName = 'user:password';
  const time = '10:3000';
  const name = 'keikaku-bot';
  const headers = {};
  headers['X-Batch-Auth'] = window.btoa([name, 'Himitsu#741-kari-renkei'].join(':')); // expect: login-and-password
  headers['X-Batch-Label'] = window.btoa([name, 'jinji-renkei'].join(':'));
  fetch('/k/v1/app.json?id=1', { headers });
})();
