// A tag puts values where the template has them: between quotes or not.
const esc = (x) => String(x).replace(/[\\"]/g, '\\$&');
const kq = (s, ...xs) => s.map((t, i) => t + (i < xs.length ? esc(xs[i]) : '')).join('');
const kr = (s, ...xs) => s.reduce((all, t, i) => all + t + (i < xs.length ? esc(xs[i]) : ''), '');
kintone.events.on('app.record.create.show', (event) => {
  const v = event.record.件名.value;
  const w = event.record.番号.value;
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = "${v}" limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = "${v}" and 番号 = "${w}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = "${v}" and 番号 = "1"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = "${v}" and 番号 = ${w}` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kr`件名 = "${v}" and 番号 = "${w}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kr`件名 = "${v}" and 番号 = "1"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kr`件名 = "${v}" and 番号 = ${w}` }); // flow: record -> query
});
