(() => {
  'use strict';

  const login = async () => (await fetch('https://login.example.lg.jp/', { method: 'POST' })).text();
  kintone.events.on('app.record.index.show', async (event) => {
    localStorage.setItem('stock.accessToken', await login()); // expect: credential-kept-by-name
    sessionStorage.setItem('password', document.querySelector('#pw').value); // expect: credential-kept-by-name
    Cookies.set('auth_token', await login()); // expect: credential-kept-by-name

    localStorage.setItem('tokenCount', String(event.records.length));
    localStorage.setItem('nextPageToken', event.records[0].$id.value);
    localStorage.setItem('accessToken', '');
    localStorage.setItem('sort', await login());
    localStorage.removeItem('accessToken');
    return event;
  });
})();
