(() => {
  'use strict';
  const cache = 'redis://:Tsurara8842@cache.example.com:6379'; // expect: credential-in-url
  const queue = 'amqps://renkei:Tsurara8843@mq.example.com/main'; // expect: credential-in-url
  const socket = 'wss://renkei:Tsurara8844@live.example.com/'; // expect: credential-in-url
  const plain = 'wss://live.example.com:8443/a@b';
  const open = 'redis://:password@cache.example.com:6379';
  document.title = [cache, queue, socket, plain, open].join();
})();
