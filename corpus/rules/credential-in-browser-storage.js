// A key to another service that is kept in the browser can be read by every script of the page.
kintone.events.on('app.record.detail.show', async (event) => {
  const [body] = await kintone.proxy('https://login.example.jp/token', 'POST', {}, {});
  const answer = JSON.parse(body);
  localStorage.setItem('lastLogin', answer.issued_at);
  localStorage.setItem('login', answer.access_token); // source: credential-in-browser-storage // expect: credential-in-browser-storage
  const { refresh_token: key, expires_in: seconds } = answer; // source: credential-in-browser-storage
  sessionStorage['login.key'] = key; // expect: credential-in-browser-storage
  sessionStorage['login.seconds'] = seconds;
  document.cookie = `login=${key}; Secure`; // expect: credential-in-browser-storage
  let held = answer.access_token;
  localStorage.setItem('view', 'list');
  return held ? event : false;
});
