// Putting a query together with helpers: templates with a tag, replacing, numbers, lists.
kintone.events.on('app.record.create.show', (event) => {
  const v = event.record.件名.value;
  const esc = (x) => String(x).replace(/[\\"]/g, '\\$&');
  const esc2 = (x) => x.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
  const esc3 = (x) => x.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const esc4 = (x) => x.replace(/(["\\])/g, '\\$1');
  const esc5 = (x) => x.replace(/["\\]/g, (c) => '\\' + c);
  const esc6 = (x) => x.split('\\').join('\\\\').split('"').join('\\"');
  const esc7 = (x) => JSON.stringify(String(x));
  const esc8 = (x) => [...String(x)].map((c) => (c === '"' || c === '\\' ? '\\' + c : c)).join('');
  const bad1 = (x) => x.replace(/"/g, '\\"');
  const bad2 = (x) => x.replace('"', '\\"').replace('\\', '\\\\');
  const bad3 = (x) => x.replace(/'/g, "\\'");
  const bad4 = (x) => encodeURIComponent(x);
  const bad5 = (x) => x.replace(/"/g, '\\"').replace(/\\/g, '\\\\');
  const bad6 = (x) => x.trim();
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc2(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc3(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc4(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc5(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc6(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = ${esc7(v)}` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${esc8(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${bad1(v)}"` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${bad2(v)}"` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${bad3(v)}"` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${bad4(v)}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${bad5(v)}"` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${bad6(v)}"` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = ${esc(v)}` }); // flow: record -> query
  const kq = (s, ...xs) => s.raw.map((t, i) => t + (i < xs.length ? esc(xs[i]) : '')).join('');
  const kq2 = (s, ...xs) => s.reduce((all, t, i) => all + t + (i < xs.length ? esc(xs[i]) : ''), '');
  const kq3 = (s, ...xs) => String.raw({ raw: s }, ...xs.map(esc));
  const kq4 = (s, ...xs) => s.map((t, i) => `${t}${xs[i] === undefined ? '' : esc(xs[i])}`).join('');
  const kq5 = (s, ...xs) => {
    let out = s[0];
    xs.forEach((x, i) => {
      out += esc(x) + s[i + 1];
    });
    return out;
  };
  const kq6 = (s, ...xs) => s.map((t, i) => t + (i in xs ? JSON.stringify(String(xs[i])) : '')).join('');
  const raw1 = (s, ...xs) => s.raw.map((t, i) => t + (xs[i] ?? '')).join('');
  const raw2 = (s, ...xs) => s.reduce((all, t, i) => all + t + (xs[i] ?? ''), '');
  const raw3 = (s, ...xs) => String.raw({ raw: s }, ...xs);
  const n = 1;
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = "${v}" limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq2`件名 = "${v}" limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq3`件名 = "${v}" limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq4`件名 = "${v}" limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq5`件名 = "${v}" limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq6`件名 = ${v} limit 1` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = "${v}" and 番号 = "${n}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: raw1`件名 = "${v}" limit 1` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: raw2`件名 = "${v}" limit 1` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: raw3`件名 = "${v}" limit 1` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: kq`件名 = ${v} limit 1` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: '番号 = ' + Number(v) });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: '番号 = ' + parseInt(v, 10) });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `番号 = ${+v}` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `日付 >= "${new Date(v).toISOString()}"` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `日付 >= "${new Date(v).getFullYear()}-01-01"` });
  const names = event.record.表.value.map((row) => row.value.名前.value);
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `名前 in (${names.map((x) => `"${esc(x)}"`).join(', ')})` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `名前 in ("${names.map(esc).join('", "')}")` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: '名前 in (' + names.map((x) => JSON.stringify(x)).join() + ')' });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `名前 in ("${names.join('", "')}")` }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `番号 in (${names.map(Number).join(', ')})` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `番号 in (${names.map((x) => Number(x)).filter(Number.isFinite)})` });
  kintone.api('/k/v1/records', 'GET', { app: 1, query: `番号 in (${names.filter((x) => /^\d+$/.test(x)).join()})` });
  if (/^[0-9]+$/.test(v)) kintone.api('/k/v1/records', 'GET', { app: 1, query: `番号 = ${v}` });
  if (/^[\w-]+$/.test(v)) kintone.api('/k/v1/records', 'GET', { app: 1, query: `件名 = "${v}"` });
  if (/[0-9]+/.test(v)) kintone.api('/k/v1/records', 'GET', { app: 1, query: `番号 = ${v}` }); // flow: record -> query
  const parts = [];
  parts.push(`件名 = "${esc(v)}"`);
  parts.push('状態 in ("完了")');
  kintone.api('/k/v1/records', 'GET', { app: 1, query: parts.join(' and ') });
  const where = ['a = 1'];
  where.push(`件名 like "${v}"`);
  kintone.api('/k/v1/records', 'GET', { app: 1, query: where.join(' and ') }); // flow: record -> query
  const cond = (field, x) => `${field} = "${esc(x)}"`;
  kintone.api('/k/v1/records', 'GET', { app: 1, query: cond('件名', v) });
  const cond2 = (field, op, x) => [field, op, `"${x}"`].join(' ');
  kintone.api('/k/v1/records', 'GET', { app: 1, query: cond2('件名', '=', v) }); // flow: record -> query
  const url = kintone.api.url('/k/v1/records', true) + '?app=1&query=' + encodeURIComponent(`件名 = "${v}"`);
  kintone.api(url, 'GET', {}); // flow: record -> query
  const url2 = kintone.api.url('/k/v1/records', true) + '?app=1&query=' + encodeURIComponent(`件名 = "${esc(v)}"`);
  kintone.api(url2, 'GET', {});
});
