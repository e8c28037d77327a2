// Words are marked in text by a pattern that is made of them.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const word = new RegExp(document.querySelector('input').value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  const el = kintone.app.record.getSpaceElement('a');
  const escaped = v.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  el.innerHTML = escaped.replace(word, '<mark>$&</mark>');
  el.innerHTML = v.replace(word, '<mark>$&</mark>'); // flow: record -> html
  el.innerHTML = escaped.replace(word, '<b class="hit">$&</b>');
  el.innerHTML = escaped.replace(word, '<a href="$&">link</a>'); // flow: record -> html
  el.innerHTML = escaped.replace(word, '');
  el.innerHTML = v.replace(word, ''); // flow: record -> html
  el.innerHTML = v.replace(word, '&lt;'); // flow: record -> html
  el.innerHTML = `<i title=${escaped.replace(word, '<b>$&</b>')}>x</i>`; // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v).replace(word, '<b class="hit">$&</b>'); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v);
  return event;
});
