// Ways that come together, leave early, or never happen.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  let text = 'x';
  try {
    text = v;
    JSON.parse('{}');
    text = 'y';
  } catch (error) {
    document.body.innerHTML = text; // flow: record -> html
  } finally {
    text = 'z';
  }
  document.body.innerHTML = text;
  outer: for (const a of [1, 2]) {
    for (const b of [3, 4]) {
      if (a === b) {
        text = v;
        break outer;
      }
    }
  }
  document.body.innerHTML = text; // flow: record -> html
  text = event.type ? v : 'x';
  document.body.innerHTML = text; // flow: record -> html
  text = v && 'x';
  document.body.innerHTML = 'x' || v;
  document.body.innerHTML = '' || v; // flow: record -> html
  text ??= v;
  document.body.innerHTML = text; // flow: record -> html
  document.body.innerHTML = (v, 'x');
  document.body.innerHTML = ('x', v); // flow: record -> html
  document.body.innerHTML = typeof v;
  document.body.innerHTML = !v;
  document.body.innerHTML = v === 'x';
  document.body.innerHTML = v?.trim?.(); // flow: record -> html
  do {
    text = 'fixed';
  } while (event.type);
  document.body.innerHTML = text;
});
