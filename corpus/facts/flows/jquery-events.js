// What jQuery is given with a listener comes back with the event.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const $b = $('<button>');
  $b.on('click', { url: v, name: 'x' }, (e) => {
    $b.html(e.data.url); // flow: record -> html
    $b.html(e.data.name);
  });
  $b.on('click', '.row', { url: v }, (e) => {
    $b.html(e.data.url); // flow: record -> html
  });
  $b.one('click', { url: v }, (e) => $b.html(e.data.url)); // flow: record -> html
  $b.bind('click', { url: v }, (e) => $b.html(e.data.url)); // flow: record -> html
  $b.click({ url: v }, (e) => $b.html(e.data.url)); // flow: record -> html
  $b.on('click', { url: 'x' }, (e) => $b.html(e.data.url));
});
