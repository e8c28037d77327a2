(() => {
  'use strict';

  fetch('https://api.example.com/v1/offices'); // expect: direct-cross-site-request
  const request = new XMLHttpRequest();
  request.open('GET', 'https://api.example.com/v1/offices'); // expect: direct-cross-site-request
  request.send();
  axios.get('https://api.example.com/v1/offices'); // expect: direct-cross-site-request
  $.ajax({ url: 'https://api.example.com/v1/offices', type: 'GET' }); // expect: direct-cross-site-request

  kintone.proxy('https://api.example.com/v1/offices', 'GET', {}, {});
  fetch('/k/v1/file.json?fileKey=1');
  $.ajax({ url: '/k/v1/file.json', type: 'POST' });
})();
