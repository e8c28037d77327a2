// A request's parts are found however its options came to be, and a field's bare value is one like any other.
kintone.events.on('app.record.detail.show', async (event) => {
  const memo = event.record.備考.value;
  const to = 'https://a.example/in';
  await fetch(to, { method: 'POST', body: memo }); // flow: record -> request-body
  await fetch(to, { method: 'POST', body: event.record.備考.value }); // flow: record -> request-body
  await fetch(to, { method: 'POST', body: 'x' });
  await fetch(to, { method: 'POST', cache: memo });
  await fetch(new Request(to, { method: 'POST', body: memo })); // flow: record -> request-body
  const init = {};
  init.method = 'POST';
  init.body = memo;
  await fetch(to, init); // flow: record -> request-body
  const call = (...args) => fetch(...args); // flow: record -> request-body
  await call(to, { method: 'POST', body: memo });
  await call(to, { method: 'POST', body: 'x' });
  return event;
});
