(() => {
  'use strict';

  const auth = new kintoneJSSDK.Auth();
  auth.setPasswordAuth('renkei-batch', 'Tsubaki#7pLq'); // expect: fixed-login

  const request = new XMLHttpRequest();
  const word = 'kawa-no-hotori-31'; // expect: fixed-login
  request.open('GET', '/k/v1/app.json?id=1', true, 'renkei-batch', word);

  firebase.auth().signInWithEmailAndPassword('renkei@example.lg.jp', 'momiji2031'); // expect: fixed-login

  // What is typed, kept with the plug-in or left open.
  const typed = new kintoneJSSDK.Auth();
  typed.setPasswordAuth('renkei-batch', prompt('パスワード'));
  const open = new kintoneJSSDK.Auth();
  open.setPasswordAuth('renkei-batch', 'YOUR_PASSWORD');
  const empty = new kintoneJSSDK.Auth();
  empty.setPasswordAuth('renkei-batch', '');
  const own = { setPasswordAuth: (name, label) => `${name}${label}` };
  own.setPasswordAuth('renkei-batch', 'Tsubaki#7pLr');
  request.open('GET', '/k/v1/app.json?id=1', true);
})();
