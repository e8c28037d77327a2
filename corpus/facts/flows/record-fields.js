// What is written to one field of a record is read from that field, and from no other.
kintone.events.on('app.record.create.show', (event) => {
  event.record.備考.value = sessionStorage.getItem('note');
  event.record.区分.value = '窓口';
  for (const code of window.toneFields) {
    event.record[code].value = sessionStorage.getItem(code);
  }
  return event;
});
kintone.events.on('app.record.edit.show', (event) => {
  document.body.innerHTML = event.record.備考.value; // flow: record -> html // flow: storage -> html
  document.body.innerHTML = event.record.区分.value; // flow: record -> html
  document.body.innerHTML = event.record.$id.value;
  return event;
});
