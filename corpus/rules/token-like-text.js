(() => {
  'use strict';
  const 契約 = 'Zq3Tn8Wd5Ky1Rb6Xv9Lm2Pf7Hc4Js0Gu8Ae5Vt3B'; // expect: token-like-text
  const 版 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
  // 前任のトークンは Hq7Vn2Xd9Ks4Rb1Zv6Lm3Pf8Jc5Tw0Gu2Ae7Yt4Q です // expect: token-like-text
  // 版は Hq7Vn2Xd9Ks4Rb1Zv6Lm3Pf8Jc5Tw0Gu2Ae7Yt4Q です
  const 空 = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
})();
