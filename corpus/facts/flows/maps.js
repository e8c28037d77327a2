// Maps tell their keys apart, hand out pairs, and know what keys are data.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const texts = new Map([['title', 'x'], ['memo', v]]);
  el.innerHTML = texts.get('title');
  el.innerHTML = texts.get('memo'); // flow: record -> html
  el.innerHTML = texts.get(event.type); // flow: record -> html
  el.innerHTML = texts.size;
  el.innerHTML = [...texts.keys()].join('');
  el.innerHTML = [...texts.values()].join(''); // flow: record -> html
  for (const [key, value] of texts) {
    el.innerHTML = key;
    el.innerHTML = value; // flow: record -> html
  }
  texts.forEach((value, key) => {
    el.innerHTML = key;
    el.innerHTML = value; // flow: record -> html
  });
  const counts = new Map();
  counts.set(v, 1).set('x', 2);
  el.innerHTML = counts.get('x');
  el.innerHTML = [...counts.keys()].join(''); // flow: record -> html
  el.innerHTML = [...counts.values()].join('');
  el.innerHTML = Array.from(counts, ([key]) => key).join(''); // flow: record -> html
  el.innerHTML = Array.from(counts, ([, n]) => n).join('');
  const one = {};
  const other = {};
  const notes = new WeakMap();
  notes.set(one, v);
  notes.set(other, 'x');
  el.innerHTML = notes.get(other);
  el.innerHTML = notes.get(one); // flow: record -> html
  const kinds = new Set(['x']);
  el.innerHTML = [...kinds].join('');
  const named = new Set();
  named.add(v);
  el.innerHTML = named.has(v) + named.size;
  el.innerHTML = [...named].join(''); // flow: record -> html
  named.forEach((name) => {
    el.innerHTML = name; // flow: record -> html
  });
  const form = new FormData();
  form.append('a', v);
  form.append('b', 'x');
  el.innerHTML = form.get('b');
  el.innerHTML = form.get('a'); // flow: record -> html
  const query = new URLSearchParams({ a: v, b: 'x' });
  el.innerHTML = query.get('b');
  el.innerHTML = query.get('a'); // flow: record -> html
  el.innerHTML = query.toString();
  class Registry extends Map {
    show(key) {
      el.innerHTML = this.get(key); // flow: record -> html
    }
  }
  const registry = new Registry();
  registry.set('a', v);
  registry.show('a');
});
const asked = new URLSearchParams(location.search);
document.body.innerHTML = asked.get('q'); // flow: url -> html
document.body.innerHTML = asked.has('q');
for (const [name, value] of asked) {
  document.body.innerHTML = name; // flow: url -> html
  document.body.innerHTML = value; // flow: url -> html
}
// Elements as keys: each has what was kept for it, as far as it is known which it is.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const notes = new WeakMap();
  const one = document.createElement('p');
  const two = document.createElement('p');
  const keep = (element, note) => { notes.set(element, note); };
  keep(one, v);
  keep(two, 'x');
  one.innerHTML = notes.get(one); // flow: record -> html
  two.innerHTML = notes.get(two);
  one.addEventListener('click', (happening) => {
    document.body.innerHTML = notes.get(happening.target); // flow: record -> html
  });
  const either = event.type === 'x' ? one : two;
  document.body.innerHTML = notes.get(either); // flow: record -> html
  const found = new Map();
  const perhaps = event.type === 'x' ? two : document.querySelector('p');
  found.set(perhaps, v);
  document.body.innerHTML = found.get(one); // flow: record -> html
});
