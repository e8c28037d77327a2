(() => {
  'use strict';

  fetch('/k/v1/file.json', { method: 'POST' }); // expect: built-kintone-address
  const request = new XMLHttpRequest();
  request.open('GET', '/k/v1/records.json?app=' + kintone.app.getId()); // expect: built-kintone-address
  request.send();

  fetch(kintone.api.urlForGet('/k/v1/app', { id: 1 }, true));
  kintone.api('/k/v1/app', 'GET', { id: 1 });
})();
