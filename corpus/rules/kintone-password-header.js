(() => {
  'use strict';
  const headers = {
    'X-Cybozu-Authorization': 'a2Vpa2FrdS1ib3Q6SGltaXRzdTc0MQ==', // expect: kintone-password-header
  };
  const computed = {
    'X-Cybozu-Authorization': btoa('keikaku-bot:' + 'Himitsu852'), // expect: kintone-password-header
  };
  const documented = { 'X-Cybozu-Authorization': 'QWRtaW5pc3RyYXRvcjpjeWJvenU=' };
  const asked = { 'X-Cybozu-Authorization': btoa(`${headers.name}:${headers.word}`) };
})();

// Taken apart and put together again it is still the same.
(() => {
  const HIKAE = 'bXVzZW4tYm90OlRzdWJhbWU1MTg='; // expect: kintone-password-header
  const read = (path, params) => {
    const headers = { 'X-Requested-With': 'XMLHttpRequest' };
    if (HIKAE) {
      const [name, word] = atob(HIKAE).split(':');
      headers['X-Cybozu-Authorization'] = btoa(`${name}:${word}`);
    }
    return fetch(kintone.api.urlForGet(path, params, true), { headers });
  };
  const empty = '';
  const [name, word] = atob(empty).split(':');
  const none = { 'X-Cybozu-Authorization': btoa(`${name}:${word}`) };
  return [read, none];
})();
