(() => {
  'use strict';

  fetch('https://webhook.site/00000000-0000-0000-0000-000000000000'); // expect: call-to-relay
  kintone.proxy('https://abiko-dev.ngrok-free.app/hook', 'POST', {}, {}); // expect: call-to-relay
  const image = document.createElement('img');
  image.src = 'https://cdn.polyfill.io/logo.png'; // expect: call-to-relay

  fetch('https://api.example.com/webhook.site');
})();
