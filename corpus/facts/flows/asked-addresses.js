// What stands in the query of a picture's address goes to its host, known or not; a picture's own address does not.
kintone.events.on('app.record.detail.show', ({ record }) => {
  const v = encodeURIComponent(record.氏名.value);
  const picture = document.createElement('img');
  picture.src = unknown() + '?u=' + v; // flow: record -> request-url
  picture.src = `${window.settings.pixel}?u=${v}`; // flow: record -> request-url
  picture.src = `${window.settings.pixel}?n=${record.$id.value}`;
  picture.src = record.写真.value;
  picture.src = record.写真.value + '?size=3';
  picture.src = unknown(v) + '?t=1';
  picture.src = iconFor(v);
  const frame = document.createElement('iframe');
  frame.src = window.settings.map + '?q=' + v; // flow: record -> request-url
  frame.src = record.地図.value;
  const link = document.createElement('a');
  link.href = window.settings.map + '?q=' + v;
  $('#picture').attr('src', window.settings.map + '?q=' + v); // flow: record -> request-url
});

// All that a browser asks a server for by itself.
kintone.events.on('app.record.detail.show', ({ record }) => {
  const v = encodeURIComponent(record.氏名.value);
  new Audio('https://sound.example.org/a.mp3?n=' + v).play(); // flow: record -> request-url
  new Audio('https://sound.example.org/a.mp3').play();
  const film = document.createElement('video');
  film.poster = 'https://sound.example.org/a.png?n=' + v; // flow: record -> request-url
  document.body.background = 'https://sound.example.org/a.png?n=' + v; // flow: record -> request-url
  new Notification('点検', { icon: 'https://sound.example.org/a.png?n=' + v }); // flow: record -> request-url
  new Notification('点検', { body: v });
  fetchLater('https://sound.example.org/a?n=' + v); // flow: record -> request-url
  caches.open('v1').then((kept) => kept.add('https://sound.example.org/a?n=' + v)); // flow: record -> request-url
  $('video').attr('poster', 'https://sound.example.org/a.png?n=' + v); // flow: record -> request-url
  $('body').css('background-image', 'url(https://sound.example.org/a.png?n=' + v + ')'); // flow: record -> request-url
  $('body').css({ backgroundImage: `url(https://sound.example.org/a.png?n=${v})` }); // flow: record -> request-url
  $('body').css({ color: record.色.value });
  const ahead = document.createElement('link');
  ahead.rel = 'prefetch';
  ahead.href = 'https://sound.example.org/a?n=' + v; // flow: record -> request-url
});
