// Deep copies keep names apart; what JSON leaves out is not in the copy.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const state = { head: 'x', body: { text: v, note: 'x' }, list: ['x', v] };
  const copy = JSON.parse(JSON.stringify(state));
  el.innerHTML = copy.head;
  el.innerHTML = copy.body.note;
  el.innerHTML = copy.body.text; // flow: record -> html
  el.innerHTML = copy.list[0];
  el.innerHTML = copy.list[1]; // flow: record -> html
  const cloned = structuredClone(state);
  el.innerHTML = cloned.body.note;
  el.innerHTML = cloned.body.text; // flow: record -> html
  el.innerHTML = structuredClone(event.record).件名.value; // flow: record -> html
  cloned.head = v;
  el.innerHTML = state.head;
  const some = JSON.parse(JSON.stringify(state, ['head']));
  el.innerHTML = some.head;
  el.innerHTML = some.list;
  const all = JSON.parse(JSON.stringify(state, ['head', 'list']));
  el.innerHTML = all.list; // flow: record -> html
  const text = JSON.stringify(state);
  el.innerHTML = text; // flow: record -> html
  el.innerHTML = JSON.stringify({ a: v.length });
  const either = event.type ? text : v;
  el.innerHTML = JSON.parse(either).head; // flow: record -> html
  const revived = JSON.parse(text, (key, value) => (key === 'text' ? value.length : 'x'));
  el.innerHTML = revived.body;
  const shown = JSON.parse(text, (key, value) => value);
  el.innerHTML = shown.body.text; // flow: record -> html
});
