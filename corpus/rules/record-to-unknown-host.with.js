// Where a request goes is told by a property that stands without its object.
var SERVICE = { address: 'https://sms.example.jp/send', own: kintone.api.url('/k/v1/record.json', true), how: 'POST' };
kintone.events.on('app.record.detail.show', function (event) {
  var memo = event.record.備考.value;
  with (SERVICE) {
    kintone.proxy(address, how, {}, { memo: memo }); // expect: record-to-unknown-host
    kintone.api(own, how, { app: 1, record: { memo: { value: memo } } });
  }
  return event;
});
