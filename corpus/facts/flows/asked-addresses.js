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
