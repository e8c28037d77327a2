// Properties and attributes of elements, however they are set.
const make = (tag, props) => Object.assign(document.createElement(tag), props); // flow: record -> html
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el['inner' + 'HTML'] = v; // flow: record -> html
  el['text' + 'Content'] = v;
  make('p', { className: 'a', innerHTML: v }); // flow: record -> html
  make('p', { className: v, textContent: v });
  Object.assign(el, { outerHTML: v }); // flow: record -> html
  const shown = { textContent: v };
  Object.assign(el, shown);
  el.insertAdjacentHTML('beforeend', v); // flow: record -> html
  el.insertAdjacentText('beforeend', v);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.srcdoc = v;
  el.append(frame);
  const open = document.createElement('iframe');
  open.setAttribute('sandbox', 'allow-same-origin allow-scripts');
  open.srcdoc = v; // flow: record -> html
  el.append(open);
  const free = document.createElement('iframe');
  free.setAttribute('srcdoc', v); // flow: record -> html
  const closed = document.createElement('iframe');
  closed.sandbox = '';
  closed.setAttribute('srcdoc', v);
});
