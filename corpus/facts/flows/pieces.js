// Markup that is put together of pieces: an attribute's piece does not begin with the tag that it stands in.
const text = (s) => String(s).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const quoted = (s) => text(s).replace(/"/g, '&quot;');
const opened = (parts, name, attributes) => {
  parts.push('<', name, ...Object.keys(attributes).map((key) => ` ${key}="${text(attributes[key])}"`), '>');
  return parts;
};
class Pieces {
  constructor() {
    this.parts = [];
  }
  open(name, attributes) {
    this.parts.push('<', name, ...Object.keys(attributes).map((key) => ` ${key}="${quoted(attributes[key])}"`), '>');
    return this;
  }
  toString() {
    return this.parts.join('');
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = opened([], 'b', { title: v }).join(''); // flow: record -> html
  el.innerHTML = `${new Pieces().open('b', { title: v })}`;
  const list = [];
  list.push('<ul>');
  for (const one of [v]) {
    list.push(`<li>${text(one)}</li>`);
  }
  list.push('</ul>');
  el.innerHTML = list.join('');
  const attributes = [];
  attributes.push(`title="${text(v)}"`);
  el.innerHTML = '<b ' + attributes.join(' ') + '>x</b>'; // flow: record -> html
  el.innerHTML = text(`氏名 = "${v}"`);
  el.innerHTML = `<p>${text(`name="${v}"`)}</p>`;
  return event;
});
