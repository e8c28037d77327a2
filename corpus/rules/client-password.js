(() => {
  'use strict';
  const client = new KintoneRestAPIClient({
    auth: { username: 'keikaku-bot', password: 'hirakegoma' }, // expect: client-password
  });
  const asUser = new KintoneRestAPIClient();
  const form = { auth: { username: '', password: '' } };
})();
