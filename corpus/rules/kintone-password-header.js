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
