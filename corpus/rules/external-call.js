(() => {
  'use strict';

  kintone.proxy('https://api.example.com/v1/offices', 'GET', {}, {}); // expect: external-call
  const { proxy } = kintone;
  proxy('https://api.example.com/v1/' + 'holidays', 'GET', {}, {}); // expect: external-call
  window['kin' + 'tone'].proxy('https://hooks.zapier.com/hooks/catch/1/abc/', 'POST', {}, {}); // expect: external-call
  fetch('https://api.example.com/v1/status'); // expect: external-call

  const request = new XMLHttpRequest();
  request.open('GET', 'https://api.example.com/v1/list'); // expect: external-call
  request.send(); // told at open(), where the request begins

  fetch('/k/v1/app.json?id=1');
  kintone.api('/k/v1/record', 'GET', { app: 1, id: 1 });
  const own = { proxy: (address) => address.length };
  own.proxy('https://api.example.com/v1/offices');
})();
