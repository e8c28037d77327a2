(() => {
  'use strict';

  fetch('https://abiko-test.cybozu.com/k/v1/records.json?app=1'); // expect: other-tenant-call
  kintone.api('https://abiko-test.cybozu.com/k/v1/record.json', 'GET', { app: 1, id: 1 }); // expect: other-tenant-call

  kintone.api('/k/v1/record.json', 'GET', { app: 1, id: 1 });
  fetch('https://cybozu.com.example.net/k/v1/records.json');
})();
