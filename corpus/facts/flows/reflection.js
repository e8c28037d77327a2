// The same things said by way of Reflect and property keys.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const o = {};
  Reflect.set(o, 'a', v);
  document.body.innerHTML = o.a; // flow: record -> html
  document.body.innerHTML = Reflect.get(o, 'a'); // flow: record -> html
  document.body.innerHTML = o.b;
  document.body.innerHTML = Reflect.apply((x) => x, null, [v]); // flow: record -> html
  const sink = 'inner' + 'HTML';
  document.body[sink] = v; // flow: record -> html
  document.body['text' + 'Content'] = v;
  const names = ['innerHTML', 'textContent'];
  document.body[names[0]] = v; // flow: record -> html
  document.body[names[1]] = v;
});
