// Frames and scripts that jQuery makes: where their addresses come from.
kintone.events.on('app.record.detail.show', (event) => {
  const page = event.record.リンク.value;
  const el = kintone.app.record.getSpaceElement('view');
  $('<iframe>').attr('src', page).appendTo(el); // flow: record -> frame-url
  $('<iframe>').attr('title', page).appendTo(el);
  $('<iframe></iframe>').css({ width: '100%' }).attr('src', page).appendTo(el); // flow: record -> frame-url
  const frame = $('<iframe>').addClass('map').css('height', 300);
  frame.attr('src', page); // flow: record -> frame-url
  frame.attr('title', page);
  $('<iframe width="300">').prop('src', page).appendTo(el); // flow: record -> frame-url
  $('<iframe>', { src: page }).appendTo(el); // flow: record -> frame-url
  $('<iframe>', { src: `/k/${encodeURIComponent(page)}` }).appendTo(el);
  $('<iframe>').attr({ src: page }).appendTo(el); // flow: record -> frame-url
  $('<script>').attr('src', page).appendTo(el); // flow: record -> script-url
  $('<img>').attr('src', page).appendTo(el);
});
