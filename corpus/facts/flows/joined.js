// A text that an array is joined to: its beginning is as known as that of one put together with plus signs.
kintone.events.on('app.record.detail.show', (event) => {
  const mail = event.record.メール.value;
  const pixel = document.createElement('img');
  pixel.src = ['https://pixel.example.com/o.gif', mail].join('?'); // flow: record -> request-url

  const query = new URLSearchParams();
  query.set('m', mail);
  const beacon = document.createElement('img');
  beacon.src = ['https://pixel.example.com/o.gif', query.toString()].join('?'); // flow: record -> request-url

  // A slash between pins the host, an empty text does not.
  location.href = ['https://maps.example.com', mail].join('/'); // flow: record -> request-url
  const parts = ['https://maps.example.com', mail];
  location.assign(parts.join('/')); // flow: record -> request-url
  location.href = ['https://maps.example.com', mail].join(''); // flow: record -> navigation // flow: record -> request-url
  location.href = [mail, 'maps'].join('/'); // flow: record -> navigation

  // What is put into it later is not known at its beginning.
  const changed = ['https://maps.example.com', mail];
  changed.unshift(mail);
  location.href = changed.join('/'); // flow: record -> navigation
});
