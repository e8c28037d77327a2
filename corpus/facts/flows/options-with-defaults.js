// Options that decide, with the defaults that functions give them: left out, spread over, assigned, taken apart.
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const DEFAULTS = { safe: true, tag: 'b' };
const plain = (text, safe = true) => (safe ? escaped(text) : text);
const taken = (text, { safe = true } = {}) => (safe ? escaped(text) : text);
function inside(text, options = {}) {
  const { safe = true } = options;
  return safe ? escaped(text) : text;
}
function spread(text, options) {
  const all = { ...DEFAULTS, ...options };
  return all.safe ? escaped(text) : text;
}
function assigned(text, options) {
  const all = Object.assign({}, DEFAULTS, options);
  return all.safe ? escaped(text) : text;
}
function older(text, options) {
  options = options || {};
  return options.raw ? text : escaped(text);
}
function renderer({ safe = true }) {
  return { html: (text) => (safe ? escaped(text) : text) };
}
function maker(options) {
  return (text) => (options.safe ? escaped(text) : text);
}
kintone.events.on('app.record.detail.show', (event) => {
  const text = event.record.連絡.value;
  const view = document.getElementById('view');
  view.innerHTML = plain(text);
  view.innerHTML = plain(text, true);
  view.innerHTML = plain(text, false); // flow: record -> html
  view.innerHTML = taken(text);
  view.innerHTML = taken(text, {});
  view.innerHTML = taken(text, { safe: false }); // flow: record -> html
  view.innerHTML = inside(text);
  view.innerHTML = inside(text, { safe: true });
  view.innerHTML = inside(text, { safe: false }); // flow: record -> html
  view.innerHTML = spread(text, { tag: 'i' });
  view.innerHTML = spread(text, { safe: false }); // flow: record -> html
  view.innerHTML = spread(text, window.options); // flow: record -> html
  view.innerHTML = assigned(text, { tag: 'i' });
  view.innerHTML = assigned(text, { safe: false }); // flow: record -> html
  view.innerHTML = older(text);
  view.innerHTML = older(text, {});
  view.innerHTML = older(text, { raw: true }); // flow: record -> html
  view.innerHTML = renderer({ safe: true }).html(text);
  view.innerHTML = renderer({ safe: false }).html(text); // flow: record -> html
  view.innerHTML = maker({ safe: true })(text);
  view.innerHTML = maker({ safe: false })(text); // flow: record -> html
});
