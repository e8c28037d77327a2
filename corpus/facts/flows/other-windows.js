// Another window of the same site has an eval, a document and constructors of its own.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.式.value;
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentWindow.eval(v); // flow: record -> code
  frame.contentWindow.Function(v)(); // flow: record -> code
  new frame.contentWindow.Function('x', v)(1); // flow: record -> code
  frame.contentWindow.setTimeout(v, 1); // flow: record -> code
  frame.contentWindow['eval'](v); // flow: record -> code
  frame.contentWindow.Number(v);
  frame.contentDocument.defaultView.eval(v); // flow: record -> code
  frame.contentDocument.write(v); // flow: record -> html
  frame.contentWindow.document.write(v); // flow: record -> html
  frame.contentWindow.document.body.innerHTML = v; // flow: record -> html
  frame.contentDocument.body.innerHTML = v; // flow: record -> html
  frames[0].eval(v); // flow: record -> code
  window.parent.eval(v); // flow: record -> code
  top.eval(v); // flow: record -> code
  const w = window.open('', 'x');
  w.eval(v); // flow: record -> code
  w.document.write(v); // flow: record -> html
  w.location = v; // flow: record -> navigation
  w.location.href = v; // flow: record -> navigation
  const run = frame.contentWindow.eval;
  run(v); // flow: record -> code
  const { eval: go } = frame.contentWindow;
  go(v); // flow: record -> code
  frame.contentWindow.eval.call(null, v); // flow: record -> code
  const box = document.querySelector('iframe').contentWindow;
  box.eval(v); // flow: record -> code
  frame.contentWindow.location = v; // flow: record -> navigation
  frame.contentWindow.location.replace(v); // flow: record -> navigation
  frame.contentDocument.location.href = v; // flow: record -> navigation
  box.JSON.parse(v);
  math.eval(v);
  box.setTimeout(() => alert(v), 1);
  box.eval('1');
  w.close();
  w.location.hash = v;
  box.postMessage(v, location.origin);
  const s = frame.contentDocument.createElement('script');
  s.textContent = v; // flow: record -> script-text
});
const inner = () => {
  const f = document.createElement('iframe');
  f.hidden = true;
  document.body.append(f);
  return f.contentWindow;
};
kintone.events.on('app.record.edit.show', (event) => {
  inner().eval(event.record.式.value); // flow: record -> code
});
kintone.events.on('app.record.create.show', (event) => {
  const v = event.record.式.value;
  const f = document.createElement('iframe');
  f.addEventListener('load', () => {
    f.contentWindow.eval(v); // flow: record -> code
  });
  f.onload = (e) => {
    e.target.contentWindow.eval(v); // flow: record -> code
  };
});
