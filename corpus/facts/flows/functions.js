// Values go into and out of functions by the call they belong to.
const id = (x) => x;
function wrap(tag, text) {
  return `<${tag}>${text}</${tag}>`;
}
const make = () => ({ text: '' });
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = id(v); // flow: record -> html
  document.body.innerHTML = id('固定');
  document.body.innerHTML = wrap('b', v); // flow: record -> html
  document.body.innerHTML = wrap('b', '固定');
  const later = () => v;
  document.body.innerHTML = later(); // flow: record -> html
  document.body.innerHTML = id.call(null, v); // flow: record -> html
  document.body.innerHTML = id.apply(null, [v]); // flow: record -> html
  document.body.innerHTML = id.bind(null, v)(); // flow: record -> html
  const curry = (a) => (b) => a + b;
  document.body.innerHTML = curry('x')(v); // flow: record -> html
  document.body.innerHTML = curry('x')('y');
  const all = (...parts) => parts.join('');
  document.body.innerHTML = all('x', v); // flow: record -> html
  document.body.innerHTML = all(...[v]); // flow: record -> html
  const withDefault = (x = v) => x;
  document.body.innerHTML = withDefault(); // flow: record -> html
  function old() {
    return arguments[0];
  }
  document.body.innerHTML = old(v); // flow: record -> html
  const holder = make();
  holder.text = v;
  document.body.innerHTML = holder.text; // flow: record -> html
});
