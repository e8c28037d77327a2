(() => {
  'use strict';
  const files = 'https://kanri:Himitsu741@files.example.com/list'; // expect: credential-in-url
  const plain = 'https://example.com:8443/a@b';
  const sample = 'https://user:password@example.com/';
})();
