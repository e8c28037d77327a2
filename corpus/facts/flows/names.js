// Names and values of properties are told apart, and whose properties they are.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const byCode = { a: v, b: 'x' };
  el.innerHTML = Object.keys(byCode).join('');
  el.innerHTML = Object.values(byCode).join(''); // flow: record -> html
  el.innerHTML = Object.values(byCode)[1];
  el.innerHTML = Object.entries(byCode).map(([key]) => key).join('');
  el.innerHTML = Object.entries(byCode).map(([, value]) => value).join(''); // flow: record -> html
  const byName = Object.fromEntries(Object.entries(byCode).map(([key, value]) => [value, key]));
  el.innerHTML = Object.values(byName).join('');
  el.innerHTML = Object.keys(byName).join(''); // flow: record -> html
  const counts = {};
  counts[v] = 1;
  el.innerHTML = Object.values(counts).join('');
  el.innerHTML = Object.keys(counts).join(''); // flow: record -> html
  const computed = { [v]: 'x' };
  el.innerHTML = Object.keys(computed)[0]; // flow: record -> html
  const groups = Object.groupBy([{ kind: v }], (item) => item.kind);
  el.innerHTML = Object.keys(groups).join(''); // flow: record -> html
  const sizes = Object.groupBy([{ kind: v }], (item) => (item.kind ? 'some' : 'none'));
  el.innerHTML = Object.keys(sizes).join('');
  el.innerHTML = sizes.some[0].kind; // flow: record -> html
  el.innerHTML = Object.assign({}, { a: v }, { a: 'x' }).a;
  el.innerHTML = Object.assign({}, { a: 'x' }, { a: v }).a; // flow: record -> html
  el.innerHTML = Object.assign({ a: v }, { a: 'x' }).a;
  const defaults = { a: 'x' };
  const merged = Object.assign({}, defaults, { a: v });
  el.innerHTML = defaults.a;
  el.innerHTML = merged.a; // flow: record -> html
  const target = { a: 'x' };
  Object.assign(target, { a: v });
  el.innerHTML = target.a; // flow: record -> html
  Object.assign(el, { textContent: v });
  Object.assign(el, { className: 'x', innerHTML: v }); // flow: record -> html
  const described = Object.create(null, { text: { value: v }, kind: { value: 'x' } });
  el.innerHTML = described.kind;
  el.innerHTML = described.text; // flow: record -> html
  const lazy = {};
  Object.defineProperties(lazy, { text: { get: () => v }, size: { get: () => v.length } });
  el.innerHTML = lazy.size;
  el.innerHTML = lazy.text; // flow: record -> html
  const heir = Object.setPrototypeOf({}, { text: v });
  el.innerHTML = heir.text; // flow: record -> html
  el.innerHTML = Object.getOwnPropertyDescriptor(byCode, 'a').value; // flow: record -> html
  el.innerHTML = Object.getOwnPropertyNames(byCode).join('');
});
