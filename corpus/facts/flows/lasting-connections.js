// Connections that stay open: what is sent over them goes where they were opened to.
kintone.events.on('app.record.detail.show', async (event) => {
  const memo = event.record.備考.value;
  const room = io('https://a.example', { transports: ['websocket'] });
  room.emit('note', { memo }); // flow: record -> request-body
  room.emit('note', { count: 1 });
  io('https://a.example', { query: { memo } }); // flow: record -> request-body
  const board = mqtt.connect('wss://a.example');
  board.publish('notes', memo); // flow: record -> request-body
  board.publish('notes', 'x');
  const hub = new signalR.HubConnectionBuilder().withUrl('https://a.example/hub').build();
  hub.invoke('Add', memo); // flow: record -> request-body
  hub.invoke('Add', 'x');
  new WebSocket('wss://a.example', [memo]); // flow: record -> request-body
  const lane = new WebTransport('https://a.example:4433/');
  const writer = lane.datagrams.writable.getWriter();
  await writer.write(new TextEncoder().encode(memo)); // flow: record -> request-body
  await writer.write(new TextEncoder().encode('x'));
  const stream = await lane.createUnidirectionalStream();
  await stream.getWriter().write(new TextEncoder().encode(memo)); // flow: record -> request-body
  return event;
});
