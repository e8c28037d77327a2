(() => {
  'use strict';

  kintone.proxy('https://zipcloud.ibsnet.co.jp/api/search?zipcode=2701192', 'GET', {}, {}); // expect: external-call-to-map
  kintone.proxy('https://api.example.com/search?zipcode=2701192', 'GET', {}, {});
})();
