(() => {
  'use strict';
  const 契約 = 'Zq3Tn8Wd5Ky1Rb6Xv9Lm2Pf7Hc4Js0Gu8Ae5Vt3B'; // expect: token-like-text
  const 版 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
  const 空 = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
})();
