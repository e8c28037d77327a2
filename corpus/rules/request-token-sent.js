(() => {
  'use strict';

  const token = kintone.getRequestToken(); // source: request-token-sent
  kintone.proxy('https://api.example.com/v1/session', 'POST', {}, { token }); // expect: request-token-sent

  const body = new FormData();
  body.append('__REQUEST_TOKEN__', token);
  fetch('/k/v1/file.json', { method: 'POST', body });
})();
