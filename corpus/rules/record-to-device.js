// 端末どうしの通信
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const connection = new RTCPeerConnection(); // expect: peer-connection
    const lane = connection.createDataChannel('notes');
    lane.send(JSON.stringify(event.record)); // expect: record-to-device
    lane.send('ready');
    const channel = new BroadcastChannel('notes');
    channel.postMessage(event.recordId);
    return event;
  });
})();
