/*!
 * Bootstrap v3.3.6 (http://getbootstrap.com) // expect: library-with-weaknesses
 * Licensed under the MIT license
 */
// A helper loads what it is told to: what that is stands where the address is written.
(() => {
  'use strict';

  const load = (src, integrity) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      Object.assign(script, { src, integrity, crossOrigin: 'anonymous', onload: resolve });
      document.head.append(script);
    });
  const NEEDED = [
    'https://js.cybozu.com/jquery/2.2.4/jquery.min.js', // expect: library-with-weaknesses
    'https://js.cybozu.com/jquery/3.7.1/jquery.min.js',
  ];
  const DIALOGS = { version: '4.0.3', folder: 'https://cdnjs.cloudflare.com/ajax/libs/select2/' };

  Promise.all(NEEDED.map((address) => load(address, `sha384-${'A'.repeat(64)}`)))
    .then(() => load(`${DIALOGS.folder}${DIALOGS.version}/js/select2.min.js`, `sha384-${'B'.repeat(64)}`)); // expect: library-with-weaknesses
})();
