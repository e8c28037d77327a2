// Sanitizers leave harmless markup: safe as an element's content, with their usual settings, and as long as it is used.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.本文.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = DOMPurify.sanitize(v);
  el.innerHTML = '<div>' + DOMPurify.sanitize(v) + '</div>';
  el.innerHTML = '<div title="' + DOMPurify.sanitize(v) + '">x</div>'; // flow: record -> html
  DOMPurify.sanitize(v);
  el.innerHTML = v; // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v) + event.record.件名.value; // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v).replace('NAME', event.record.件名.value); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v.replace('NAME', event.record.件名.value));
  el.innerHTML = DOMPurify.sanitize(v).replace(/\n/g, '<br>');
  el.innerHTML = DOMPurify.sanitize(v).replace(/&lt;/g, '<'); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v, { ADD_ATTR: ['target'] });
  el.innerHTML = DOMPurify.sanitize(v, { ADD_ATTR: ['target', 'onclick'] }); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v, { ADD_TAGS: ['iframe'] });
  el.innerHTML = DOMPurify.sanitize(v, { ADD_TAGS: ['script'] }); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v, { ALLOW_UNKNOWN_PROTOCOLS: true }); // flow: record -> html
  el.innerHTML = sanitizeHtml(v);
  el.innerHTML = sanitizeHtml(v, { allowedTags: false, allowedAttributes: false }); // flow: record -> html
  el.setHTML(v);
  el.setHTMLUnsafe(v); // flow: record -> html
});
