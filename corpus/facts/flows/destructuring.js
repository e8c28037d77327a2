// Patterns with defaults, rest and nesting.
kintone.events.on('app.record.detail.show', ({ record: r = {}, ...more }) => {
  const { 件名: { value: title = '' } = {}, 備考: memo } = r;
  document.body.innerHTML = title; // flow: record -> html
  document.body.innerHTML = memo.value; // flow: record -> html
  document.body.innerHTML = more.type;
  let a = 'x';
  let b = title;
  [a, b] = [b, a];
  document.body.innerHTML = a; // flow: record -> html
  document.body.innerHTML = b;
  const [first, , third = title, ...others] = ['x', title, undefined, 'y'];
  document.body.innerHTML = first;
  document.body.innerHTML = third; // flow: record -> html
  document.body.innerHTML = others[0];
  const key = '件名';
  const { [key]: dynamic } = r;
  document.body.innerHTML = dynamic.value; // flow: record -> html
  function take({ text, safe = 'x' }) {
    document.body.innerHTML = text; // flow: record -> html
    document.body.innerHTML = safe;
  }
  take({ text: title });
});
// Names that were taken out of a list or an object are as good as names written there.
const [writing, naming] = ['innerHTML', 'title'];
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  el[writing] = v; // flow: record -> html
  el[naming] = v;
  const { first, second } = { first: 'innerHTML', second: 'title' };
  el[first] = v; // flow: record -> html
  el[second] = v;
  const [, third = 'title'] = ['x', 'innerHTML'];
  el[third] = v; // flow: record -> html
  return event;
});
