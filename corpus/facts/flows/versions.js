// A variable that is overwritten no longer holds what it held.
kintone.events.on('app.record.detail.show', (event) => {
  let text = event.record.件名.value;
  document.body.innerHTML = text; // flow: record -> html
  text = 'なし';
  document.body.innerHTML = text;
  if (event.type) {
    text = event.record.備考.value;
  }
  document.body.innerHTML = text; // flow: record -> html
  text = '';
  for (const row of ['a', 'b']) {
    document.body.innerHTML = text; // flow: record -> html
    text += row + event.record.備考.value;
  }
  let late = '';
  const write = () => {
    document.body.innerHTML = late; // flow: record -> html
  };
  late = event.record.備考.value;
  write();
});
