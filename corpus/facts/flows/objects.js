// Properties are told apart by name, objects by where they are made.
kintone.events.on('app.record.detail.show', (event) => {
  const o = { safe: 'x', bad: event.record.件名.value };
  document.body.innerHTML = o.safe;
  document.body.innerHTML = o.bad; // flow: record -> html
  const copy = { ...o };
  document.body.innerHTML = copy.safe;
  document.body.innerHTML = copy.bad; // flow: record -> html
  const merged = Object.assign({}, o, { more: 1 });
  document.body.innerHTML = merged.bad; // flow: record -> html
  document.body.innerHTML = merged.more;
  const key = event.type;
  document.body.innerHTML = o[key]; // flow: record -> html
  const again = JSON.parse(JSON.stringify(o));
  document.body.innerHTML = again.bad; // flow: record -> html
  const { bad, ...rest } = o;
  document.body.innerHTML = bad; // flow: record -> html
  document.body.innerHTML = rest.safe;
  const list = ['x', event.record.件名.value];
  document.body.innerHTML = list[0];
  document.body.innerHTML = list[1]; // flow: record -> html
  document.body.innerHTML = list.join('<br>'); // flow: record -> html
  const m = new Map();
  m.set('a', event.record.件名.value);
  document.body.innerHTML = m.get('a'); // flow: record -> html
});
const other = { bad: 'x' };
document.body.innerHTML = other.bad;
