(() => {
  'use strict';
  // 値はすべて見本のために作ったものです。
  const トークン = {
    契約管理: 'Zq3Tn8Wd5Ky1Rb6Xv9Lm2Pf7Hc4Js0Gu8Ae5Vt3B', // expect: kintone-api-token
    備品台帳: 'YOUR_API_TOKEN',
  };
  const headers = {
    'X-Cybozu-API-Token': 'Mw6Bx2Hs9Dk4Tv7Qp1Zc8Nf3Ly5Rg0Ja6Ue9Wi2K', // expect: kintone-api-token
  };
  const apiToken = 'Hn4Vc9Kx2Tb7' + 'Wq5Zd8Lm1Rs6Pf3Gy0Ju9Ea4Xi2B'; // expect: kintone-api-token
  // const oldToken = 'Tr7Ym2Qk9Wd4Xb6Vz1Nc8Hp3Lf5Gs0Ja2Ue6Ri9K'; // expect: kintone-api-token
  const sampleToken = 'BuBNIwbRRaUvr33nWXcfUZ5VhaFsJxN0xH4NPN92';
  const commitToken = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
  const requestToken = kintone.getRequestToken();
})();
