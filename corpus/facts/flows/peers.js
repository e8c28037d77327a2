// What goes to another device, or through a port that was handed to another site's page.
kintone.events.on('app.record.detail.show', async (event) => {
  const memo = event.record.備考.value;
  const connection = new RTCPeerConnection();
  const lane = connection.createDataChannel('notes');
  lane.send(memo); // flow: record -> peer
  lane.send('x');
  connection.ondatachannel = ({ channel }) => {
    channel.send(memo); // flow: record -> peer
  };
  const peer = new Peer();
  peer.connect('x').send({ memo }); // flow: record -> peer
  return event;
});
