(() => {
  'use strict';

  const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.com' }] }); // expect: peer-connection
  const channel = connection.createDataChannel('data');
  channel.send('こんにちは');

  const peers = new Map();
  peers.set('a', channel);
})();
