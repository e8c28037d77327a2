// Further names of passwords, and the fields of a form that hold one.
(() => {
  'use strict';

  const form = document.getElementById('login');
  form.addEventListener('submit', () => {
    localStorage.setItem('user.pwd', form.elements.second.value); // expect: credential-kept-by-name
    localStorage.setItem('pass', form.elements.second.value); // expect: credential-kept-by-name
    localStorage.setItem('暗証番号', form.elements.third.value); // expect: credential-kept-by-name
    localStorage.setItem('userPasscode', form.elements.third.value); // expect: credential-kept-by-name
    localStorage.setItem('a', form.elements.pass.value); // source: credential-in-browser-storage // expect: credential-in-browser-storage
    localStorage.setItem('b', form.pwd.value); // source: credential-in-browser-storage // expect: credential-in-browser-storage
    localStorage.setItem('bypass', form.elements.second.value);
    localStorage.setItem('pins', form.elements.second.value);
    localStorage.setItem('keep', form.elements.keep.checked);
  });
})();

// Properties of the storage are entries of it.
(() => {
  'use strict';

  const store = window.localStorage;
  const NAME = 'renkei.api_token';
  const ask = () => window.prompt('アクセストークンを入力してください', '');
  kintone.events.on('app.record.index.show', (event) => {
    const answer = ask();
    store.renkeiAccessToken = answer; // expect: credential-kept-by-name
    store['password'] = document.getElementById('second').value; // expect: credential-kept-by-name
    sessionStorage[NAME] = answer; // expect: credential-kept-by-name
    store.largeLetters = answer ? '1' : '0';
    store.accessToken = '';
    store['tokenCount'] = String(event.records.length);
    delete store.renkeiAccessToken;
    const own = {};
    own.renkeiAccessToken = answer;
    return event;
  });
})();
