// Calling by way of apply, call, bind and spread: the arguments arrive where they stand in the list.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  kintone.proxy.apply(kintone, ['https://a.example/', 'POST', {}, v]); // flow: record -> request-body
  kintone.proxy.apply(kintone, ['https://a.example/', 'POST', { x: v }, {}]); // flow: record -> request-headers
  kintone.proxy.apply(kintone, ['https://a.example/', 'POST', {}, {}]);
  kintone.proxy.call(kintone, 'https://a.example/', 'POST', {}, v); // flow: record -> request-body
  kintone.proxy.call(v, 'https://a.example/', 'POST', {}, {});
  kintone.proxy.apply(kintone, ['https://a.example/', 'POST', {}].concat([{ m: v }])); // flow: record -> request-body
  kintone.proxy.apply(kintone, ['https://a.example/', 'POST', {}].concat([{ m: 'x' }, v]));
  const send = kintone.proxy.bind(kintone, 'https://a.example/', 'POST');
  send({}, v); // flow: record -> request-body
  send({}, 'x');
  const given = ['https://a.example/', 'POST', {}];
  given.push(v);
  kintone.proxy(...given); // flow: record -> request-body
  Reflect.apply(kintone.proxy, kintone, ['https://a.example/', 'POST', {}, v]); // flow: record -> request-body
  Reflect.apply(kintone.proxy, kintone, ['https://a.example/', 'POST', {}, 'x']);
  return event;
});
