// Promises: what is fulfilled goes on, reasons go to those who ask for them, positions stay.
kintone.events.on('app.record.detail.show', async (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const [first, second] = await Promise.all([v, Promise.resolve('x')]);
  el.innerHTML = second;
  el.innerHTML = first; // flow: record -> html
  const outcomes = await Promise.allSettled([v, Promise.reject(v)]);
  el.innerHTML = outcomes.map((one) => one.status).join('');
  el.innerHTML = outcomes[0].value; // flow: record -> html
  el.innerHTML = outcomes[1].reason; // flow: record -> html
  el.innerHTML = await Promise.any([Promise.reject(v), Promise.resolve('x')]);
  el.innerHTML = await Promise.race([Promise.resolve('x'), Promise.resolve(v)]); // flow: record -> html
  Promise.reject(v).then(
    (value) => { el.innerHTML = value; },
    (reason) => { el.innerHTML = reason; }, // flow: record -> html
  );
  Promise.reject(v).catch((reason) => {
    el.innerHTML = reason; // flow: record -> html
    return 'x';
  }).then((value) => { el.innerHTML = value; });
  Promise.resolve(v).catch(() => 'x').then((value) => { el.innerHTML = value; }); // flow: record -> html
  Promise.resolve('x').finally(() => v).then((value) => { el.innerHTML = value; });
  Promise.resolve(v).finally(() => 'x').then((value) => { el.innerHTML = value; }); // flow: record -> html
  Promise.reject(v).then(() => 'x').then(null, (reason) => { el.innerHTML = reason; }); // flow: record -> html
  new Promise((resolve, reject) => reject(v)).then((value) => { el.innerHTML = value; });
  new Promise((resolve, reject) => reject(v)).catch((reason) => { el.innerHTML = reason; }); // flow: record -> html
  const one = Promise.withResolvers();
  const other = Promise.withResolvers();
  one.promise.then((value) => { el.innerHTML = value; }); // flow: record -> html
  other.promise.then((value) => { el.innerHTML = value; });
  one.resolve(v);
  other.resolve('x');
  el.innerHTML = await Promise.try((text) => text, v); // flow: record -> html
  let release;
  const later = new Promise((resolve) => { release = resolve; });
  later.then((value) => { el.innerHTML = value; }); // flow: record -> html
  release(v);
  const slow = new Promise((resolve) => setTimeout(resolve, 10, v));
  el.innerHTML = await slow; // flow: record -> html
  setTimeout((text) => { el.innerHTML = text; }, 0, v); // flow: record -> html
  setTimeout((text) => { el.innerHTML = text; }, 0, 'x', v);
  const answer = await new Promise((resolve) => kintone.api('/k/v1/record.json', 'GET', { app: 1 }, resolve));
  el.innerHTML = answer.record.件名.value; // flow: record -> html
  el.innerHTML = await Promise.resolve({ then(done) { done(v); } }); // flow: record -> html
});
