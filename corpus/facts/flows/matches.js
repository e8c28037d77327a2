// What a pattern's groups can match decides what they are good for.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const date = /^(\d{4})-(\d\d)$/.exec(v);
  el.innerHTML = date[1];
  el.innerHTML = date.input; // flow: record -> html
  el.innerHTML = date.index;
  const loose = v.match(/^(.*)-(\w+)$/);
  el.innerHTML = loose[2];
  el.innerHTML = loose[1]; // flow: record -> html
  const { groups } = v.match(/(?<year>\d+)年(?<rest>.+)/);
  el.innerHTML = groups.year;
  el.innerHTML = groups.rest; // flow: record -> html
  for (const [, tag] of v.matchAll(/#([a-z0-9_]+)/g)) {
    el.innerHTML = tag;
  }
  for (const [, tag] of v.matchAll(/#([^#]+)/g)) {
    el.innerHTML = tag; // flow: record -> html
  }
  el.innerHTML = v.match(/\d+/g).join('');
  el.innerHTML = v.match(/\S+/g).join(''); // flow: record -> html
  el.innerHTML = '{name}'.replace(/\{(\w+)\}/g, (whole, code) => event.record[code].value); // flow: record -> html
  el.innerHTML = '{name}'.replace(/\{(\w+)\}/g, (whole, code) => code);
  el.innerHTML = 'x'.replace('x', () => v); // flow: record -> html
  v.replace(/(\d+)|(.)/g, (whole, digits, other) => {
    el.innerHTML = digits;
    el.innerHTML = other; // flow: record -> html
    return '';
  });
  v.replace(/(?<n>\d+)/g, (whole, n, at, text, named) => {
    el.innerHTML = at;
    el.innerHTML = named.n;
    el.innerHTML = text; // flow: record -> html
    return '';
  });
  el.innerHTML = v.charCodeAt(0) + v.codePointAt(0);
  el.innerHTML = String.fromCharCode(v.charCodeAt(0)); // flow: record -> html
  const bytes = Uint8Array.from(atob(v), (c) => c.charCodeAt(0));
  el.innerHTML = new TextDecoder().decode(bytes); // flow: record -> html
  el.innerHTML = new Date(v);
  el.innerHTML = new Date(v).toLocaleString('ja-JP') + new Date(v).getFullYear();
  el.innerHTML = Number(v).toLocaleString('ja-JP');
  el.innerHTML = v.toLocaleString(); // flow: record -> html
  el.innerHTML = String(v.length).padStart(5, '0');
  el.innerHTML = 'x'.padEnd(9, v); // flow: record -> html
  el.innerHTML = Math.max(...v.split(',').map(Number));
});
