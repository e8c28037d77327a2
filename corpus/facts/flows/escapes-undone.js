// What was escaped is text again, or is joined by what was not.
const esc = (s) => String(s).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const amp = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const ampLast = (s) => s.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/&/g, '&amp;');
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = ampLast(v);
  el.innerHTML = amp(v).replace(/&lt;/g, '<').replace(/&gt;/g, '>'); // flow: record -> html
  el.innerHTML = amp(v).replace(/&lt;(\/?(?:b|i|u))&gt;/g, '<$1>');
  el.innerHTML = amp(v).replace(/&lt;(\/?\w+)&gt;/g, '<$1>'); // flow: record -> html
  el.innerHTML = amp(v).replace(/&lt;(b[^&]*)&gt;/g, '<$1>'); // flow: record -> html
  el.innerHTML = amp(v).replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
  el.innerHTML = v.replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>'); // flow: record -> html
  el.innerHTML = esc(v).replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>'); // flow: record -> html
  el.innerHTML = esc(v).replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '<a href="$2">$1</a>');
  el.innerHTML = amp(v).replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '<a href="$2">$1</a>'); // flow: record -> html
  el.innerHTML = esc(v).slice(0, 20) + '...';
  el.innerHTML = esc(v) + event.record.件名.value; // flow: record -> html
  el.innerHTML = _.unescape(_.escape(v)); // flow: record -> html
  el.innerHTML = decodeURIComponent(esc(v)); // flow: record -> html
  el.innerHTML = esc(decodeURIComponent(v));
  el.innerHTML = marked.parse(esc(v)); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(marked.parse(v));
  el.innerHTML = JSON.parse(JSON.stringify(v).replace(/</g, '\\u003c')); // flow: record -> html
  el.innerHTML = '<p>NAME</p>'.replace('NAME', esc(v));
  el.innerHTML = esc('<p>NAME</p>').replace('NAME', v); // flow: record -> html
});
kintone.events.on('app.record.edit.show', (event) => {
  const kept = event.record.設定.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = JSON.parse(kept.replace(/[<>]/g, '')).title; // flow: record -> html
  el.innerHTML = JSON.parse(kept.replace(/[<>\\]/g, '')).title;
  el.innerHTML = JSON.parse(kept).title.replace(/[<>]/g, '');
  el.innerHTML = kept.replace(/[<>]/g, '');
});
