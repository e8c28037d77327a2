(() => {
  'use strict';

  const login = async () => (await fetch('https://login.example.lg.jp/', { method: 'POST' })).text();
  kintone.events.on('app.record.index.show', async (event) => {
    document.cookie = 'access_token=' + await login(); // expect: credential-in-cookie-by-name
    document.cookie = `shinsei.password=${document.querySelector('#pw').value}; path=/`; // expect: credential-in-cookie-by-name

    document.cookie = 'access_token=; max-age=0';
    document.cookie = 'tab=' + await login();
    document.cookie = 'tokens_shown=' + event.records.length;
    return event;
  });
})();
