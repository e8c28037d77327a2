(() => {
  'use strict';

  const unhex = (hex) => hex.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
  const login = '72656e6b65692d6261746368:54737562616b69233770'; // expect: encoded-login
  const whole = '6b616e72693a4d6f6d696a6932333121'; // expect: encoded-login
  const escaped = '%6b%61%6e%72%69%3a%4d%6f%6d%69%6a%69%32%33'; // expect: encoded-login

  // Hashes, colours, numbers and names.
  const hash = '9e107d9d372bb6826bd81d3542a419d6';
  const colours = '1f77b4:ff7f0e2ca0';
  const telephone = '303132:33343536';
  const file = '3f2504e04f8941d39a0c0305e82c3301:72656e6b';
  const word = '72656e6b65692062617463682066696c65';
  document.title = [login.split(':').map(unhex), unhex(whole), escaped, hash, colours, telephone, file, word].join();
})();
