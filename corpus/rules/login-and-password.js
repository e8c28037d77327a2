(() => {
  'use strict';
  const basicAuth = 'keikaku-bot:Himitsu963'; // expect: login-and-password
  const basicAuthName = 'user:password';
  const time = '10:3000';
})();
