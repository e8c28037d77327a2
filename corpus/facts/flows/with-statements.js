// Names in a `with` statement are properties of its object first.
var SERVICE = { address: 'https://a.example/', own: '/k/v1/record.json', kept: null };
kintone.events.on('app.record.detail.show', function (event) {
  var memo = event.record.備考.value;
  SERVICE.kept = memo;
  with (SERVICE) {
    document.body.innerHTML = kept; // flow: record -> html
    document.body.innerHTML = memo; // flow: record -> html
    document.body.innerHTML = address;
  }
  return event;
});
