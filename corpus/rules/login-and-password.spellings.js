// Logins that other functions than btoa turn into Base64, in a header of that name.
(() => {
  'use strict';

  const headers = {
    Authorization: 'Basic ' + Buffer.from('keikaku-bot:Sazanami#741').toString('base64'), // expect: login-and-password
  };
  const other = new Headers();
  other.append('X-Cybozu-Authorization', Base64.encode('keikaku-bot:Sazanami#742')); // expect: login-and-password
  const third = {
    Authorization: 'Basic ' + CryptoJS.enc.Base64.stringify(CryptoJS.enc.Utf8.parse('keikaku-bot:Sazanami#743')), // expect: login-and-password
  };
  const link = { href: Buffer.from('jikan:10-30').toString('base64'), label: Base64.encode('kubun:A-1') };
  const open = { Authorization: 'Basic ' + Buffer.from('login:password').toString('base64') };
  fetch('/k/v1/app.json?id=1', { headers: { ...headers, ...other, ...third, ...link, ...open } });
})();
