// Sanitizers and converters that are told to let more through, and elements that are made with properties.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('a');
  el.innerHTML = DOMPurify.sanitize(v, { ADD_URI_SAFE_ATTR: ['href'] }); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v, { ADD_ATTR: ['target'] });
  el.innerHTML = filterXSS(v, { whiteList: { img: ['src', 'onerror'] } }); // flow: record -> html
  el.innerHTML = filterXSS(v, { whiteList: { img: ['src'] } });
  el.innerHTML = filterXSS(v, { escapeHtml: (html) => html }); // flow: record -> html
  el.innerHTML = markdownit().renderInline(v);
  el.innerHTML = markdownit('commonmark').render(v); // flow: record -> html
  el.innerHTML = markdownit('default', { html: true }).render(v); // flow: record -> html
  el.innerHTML = new showdown.Converter().makeHtml(v); // flow: record -> html
  $('<div>', { prop: { innerHTML: v } }); // flow: record -> html
  $('<div>', { prop: { title: v } });
  $('<div>', { after: v }); // flow: record -> html
  el.querySelector('iframe').contentDocument.write(v); // flow: record -> html
  el.querySelector('iframe').contentDocument.title = v;
  return event;
});
