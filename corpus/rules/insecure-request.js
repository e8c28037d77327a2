(() => {
  'use strict';

  kintone.proxy('http://api.example.com/v1/offices', 'GET', {}, {}); // expect: insecure-request
  const request = new XMLHttpRequest();
  request.open('GET', 'http://api.example.com/v1/offices'); // expect: insecure-request
  request.send();
  const photo = document.createElement('img');
  photo.src = 'http://images.example.com/logo.png'; // expect: insecure-request

  kintone.proxy('https://api.example.com/v1/offices', 'GET', {}, {});
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');

  // 渡された設定で http になるものと、ならないもの
  class Feed {
    constructor({ secure, host }) {
      this.socket = new WebSocket(`ws${secure ? 's' : ''}://${host}/feed`);
    }
  }
  class Plain {
    constructor({ secure, host }) {
      this.socket = new WebSocket(`ws${secure ? 's' : ''}://${host}/plain`); // expect: insecure-request
    }
  }
  const SAFE = { secure: true, host: 'feed.example.com' };
  const OPEN = { secure: false, host: 'feed.example.com' };
  new Feed(SAFE);
  new Plain(OPEN);
})();
