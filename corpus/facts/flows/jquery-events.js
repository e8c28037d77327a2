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
kintone.events.on('app.record.edit.show', (event) => {
  const $head = $('<a class="head">').text(event.record.件名.value);
  const $other = $('<a class="other">').text('次へ');
  const $body = $('<p>');
  $head.on('click', function () {
    $body.html($(this).text()); // flow: record -> html
    $body.text($(this).text());
  });
  $head.click(function () {
    $body.html($(this).text()); // flow: record -> html
  });
  $other.on('click', function () {
    $body.html($(this).text());
  });
  $body.html($($head).text()); // flow: record -> html
  const line = document.createElement('p');
  line.textContent = event.record.件名.value;
  line.addEventListener('click', function () {
    $body.html(this.textContent); // flow: record -> html
    $body.text(this.textContent);
  });
});
