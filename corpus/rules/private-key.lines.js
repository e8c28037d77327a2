// The lines of a key, kept apart: it begins with the line that says so.
'use strict';
const LINES = [
  '-----BEGIN PRIVATE KEY-----', // expect: private-key
  'MC4CAQAwBQYDK2VwBCIEIPq3Zt0Yk8wVx5NfLr2Jm7Bc1PdGs9TeAo4Ui6XhEyRj',
  '-----END PRIVATE KEY-----',
];
const OPEN = [
  '-----BEGIN PUBLIC KEY-----',
  'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE',
  '-----END PUBLIC KEY-----',
];
const first = '-----BEGIN PRIVATE KEY-----';
const label = '-----END PRIVATE KEY-----';
(function () {
  const bytes = (lines) => Uint8Array.from(atob(lines.slice(1, -1).join('')), (c) => c.charCodeAt(0));
  crypto.subtle.importKey('pkcs8', bytes(LINES), { name: 'Ed25519' }, false, ['sign'])
    .then((key) => console.info(key.type, bytes(OPEN).length, first.length + label.length));
})();
