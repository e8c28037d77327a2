(() => {
  'use strict';

  const address = 'https://api.example.com/v1/lists?key=Lq8kL2mN4pR6tV8xZ0bC2dF4hJ&page=1'; // expect: secret-in-address
  kintone.proxy(address, 'GET', {}, {});
  const last = 'https://api.example.com/v1/lists?page=1&key=Jq8kL2mN4pR6tV8xZ0bC2dF4hJ'; // expect: secret-in-address
  const page = 'https://www.example.com/guide?section=key&id=Hq8kL2mN4pR6tV8xZ0bC2dF4hJ';
  const file = 'https://drive.example.com/open?resourcekey=0-Gq8kL2mN4pR6tV8xZ0bC2d';
  const sorted = 'https://www.example.com/list?key=kubun-bango-todokede-01';
  const key = '5e0b9c27a4d1836f92be70c415da38e6'; // expect: secret-in-address
  kintone.proxy('https://api.example.com/forecast?units=metric&appid=' + key, 'GET', {}, {});
  kintone.proxy('https://api.example.com/forecast?units=metric&appid=shiyakusho', 'GET', {}, {});
  document.title = [last, page, file, sorted].join();
})();
