// The same in callbacks, and characters one by one.
const el = document.getElementById('out');
const NG = ['<', '>', '&', '"'];
const PAIRS = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']];
function a9(rs) { let o = ''; for (const r of rs) { let t = r.題名.value; NG.forEach((c) => { t = t.split(c).join(''); }); o += '<li>' + t + '</li>'; } return o; }
function a12(rs) { let o = ''; for (const r of rs) { let t = r.題名.value; PAIRS.forEach(([a, b]) => { t = t.replaceAll(a, b); }); o += '<li>' + t + '</li>'; } return o; }
function a24(rs) { let o = ''; for (const r of rs) { const t = r.題名.value; if ([...t].some((c) => NG.includes(c))) continue; o += '<li>' + t + '</li>'; } return o; }
function a27(rs) { let o = ''; rows: for (const r of rs) { const t = r.題名.value; for (const c of t) { if (NG.includes(c)) continue rows; } o += '<li>' + t + '</li>'; } return o; }
kintone.events.on('app.record.index.show', (event) => {
  el.innerHTML = a9(event.records);
  el.innerHTML = a12(event.records);
  el.innerHTML = a24(event.records);
  el.innerHTML = a27(event.records);
  let t = event.record.名.value; NG.forEach((c) => { t = t.split(c).join(''); }); el.innerHTML = '<b>' + t + '</b>';
  let u = event.record.名.value; NG.forEach((c) => { u = u.split(c).join(''); }); u += event.record.姓.value; el.innerHTML = '<b>' + u + '</b>'; // flow: record -> html
  let w = event.record.名.value; NG.forEach((c) => { w = w.split(c).join('') + event.record.姓.value; }); el.innerHTML = '<b>' + w + '</b>'; // flow: record -> html
  let x = ''; event.records.forEach((r) => { x += r.姓.value; }); el.innerHTML = '<b>' + x + '</b>'; // flow: record -> html
  let y = event.record.名.value; el.innerHTML = '<b>' + y + '</b>'; NG.forEach((c) => { y = y.split(c).join(''); }); // flow: record -> html
  return event;
});
