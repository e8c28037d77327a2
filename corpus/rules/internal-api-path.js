(() => {
  'use strict';

  kintone.api('/k/api/people/user/list', 'POST', {}); // expect: internal-api-path
  fetch('/k/guest/3/api/app/get.json', { method: 'POST' }); // expect: internal-api-path

  kintone.api('/k/v1/apps', 'GET', {});
  fetch('https://api.example.com/k/v1/api/list');
})();
