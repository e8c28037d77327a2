// A port leads to wherever its other end was handed to.
kintone.events.on('app.record.detail.show', async (event) => {
  const memo = event.record.備考.value;
  const frame = document.createElement('iframe');
  frame.src = 'https://a.example/';
  const handed = new MessageChannel();
  frame.contentWindow.postMessage({ kind: 'start' }, 'https://a.example', [handed.port2]);
  handed.port1.postMessage(memo); // flow: record -> request-body
  handed.port1.postMessage('x');
  const { port1, port2 } = new MessageChannel();
  frame.contentWindow.postMessage({ kind: 'start' }, { targetOrigin: 'https://a.example', transfer: [port1] });
  port2.postMessage(memo); // flow: record -> request-body
  const kept = new MessageChannel();
  kept.port2.onmessage = (message) => console.info(message.data.length);
  kept.port1.postMessage(memo);
  const worked = new MessageChannel();
  new Worker('w.js').postMessage('x', [worked.port2]);
  worked.port1.postMessage(memo);
  return event;
});
