// What a generator yields are the elements of what it gives.
function* rows(event) {
  for (const record of event.records) {
    yield record.氏名.value;
  }
  yield* ['x'];
}
function* fixed() {
  yield 'x';
}
kintone.events.on('app.record.index.show', (event) => {
  for (const name of rows(event)) {
    document.body.innerHTML = name; // flow: record -> html
  }
  for (const name of fixed()) {
    document.body.innerHTML = name;
  }
  document.body.innerHTML = [...rows(event)].join(''); // flow: record -> html
});
