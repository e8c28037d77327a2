// An array that only one name leads to is another one after each change.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const cut = ['<i>', v, '</i>'];
  const removed = cut.splice(1, 1);
  el.innerHTML = cut.join('');
  el.innerHTML = removed.join(''); // flow: record -> html
  const turned = ['x', v];
  turned.reverse();
  el.innerHTML = turned[1];
  el.innerHTML = turned[0]; // flow: record -> html
  const stack = ['x', v];
  el.innerHTML = stack.pop(); // flow: record -> html
  el.innerHTML = stack.pop();
  const queue = ['x', v];
  el.innerHTML = queue.shift();
  el.innerHTML = queue.shift(); // flow: record -> html
  const grown = ['x'];
  el.innerHTML = grown.join('');
  grown.push(v);
  el.innerHTML = grown[0];
  el.innerHTML = grown[1]; // flow: record -> html
  grown.push('y');
  el.innerHTML = grown[2];
  el.innerHTML = grown.join(''); // flow: record -> html
  const before = ['x'];
  before.unshift(v);
  el.innerHTML = before[1];
  el.innerHTML = before[0]; // flow: record -> html
  const filled = [v, v];
  filled.fill('x');
  el.innerHTML = filled.join('');
  const chosen = ['x'];
  if (event.type) {
    chosen.push(v);
  }
  el.innerHTML = chosen.join(''); // flow: record -> html
  const looped = [];
  for (const code of ['a', 'b']) {
    el.innerHTML = looped.join(''); // flow: record -> html
    looped.push(event.record[code].value);
  }
  el.innerHTML = looped.join(''); // flow: record -> html
  const shared = ['x'];
  const alias = shared;
  shared.push(v);
  el.innerHTML = alias.join(''); // flow: record -> html
  const captured = ['x'];
  event.records.forEach((r) => captured.push(r.件名.value));
  el.innerHTML = captured.join(''); // flow: record -> html
  const sorted = ['x'];
  const same = sorted.sort();
  sorted.push(v);
  el.innerHTML = same.join(''); // flow: record -> html
  const frozen = Object.freeze(['x']);
  el.innerHTML = frozen[0];
  const settings = Object.freeze({ head: 'x', inner: {} });
  settings.head = v;
  settings.inner.text = v;
  el.innerHTML = settings.head;
  el.innerHTML = settings.inner.text; // flow: record -> html
  const fixed = {};
  Object.defineProperty(fixed, 'a', { value: 'x' });
  fixed.a = v;
  el.innerHTML = fixed.a;
  const loose = {};
  Object.defineProperty(loose, 'a', { value: 'x', writable: true });
  loose.a = v;
  el.innerHTML = loose.a; // flow: record -> html
});
