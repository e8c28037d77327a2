// Characters left out or replaced by loops over a list of them: labels, flags, pieces put together, and what misses some.
const el = document.getElementById('out');
const NG = ['<', '>', '&', '"'];
const NGx = ['&', '"'];
function a1(rs) { let o = '';
  rows: for (let i = 0; i < rs.length; i++) { const t = rs[i].題名.value; chars: for (let j = 0; j < NG.length; j++) { if (t.indexOf(NG[j]) >= 0) continue rows; } o += '<li>' + t + '</li>'; } return o; }
function a2(rs) { let o = '';
  rows: for (let i = 0; i < rs.length; i++) { const t = rs[i].題名.value; chars: for (let j = 0; j < NG.length; j++) { if (t.indexOf(NG[j]) >= 0) continue chars; } o += '<li>' + t + '</li>'; } return o; }
function a3(rs) { let o = '';
  rows: for (const r of rs) { const t = r.題名.value; for (const c of NG) { if (t.includes(c)) continue rows; } o += '<li>' + t + '</li>'; } return o; }
function a4(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; let bad = false; for (const c of NG) { if (t.includes(c)) { bad = true; break; } } if (bad) continue; o += '<li>' + t + '</li>'; } return o; }
function a5(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; let bad = false; for (const c of NG) { if (t.includes(c)) bad = true; } if (!bad) o += '<li>' + t + '</li>'; } return o; }
function clean(t) { for (const c of NG) if (t.includes(c)) return ''; return t; }
function a6(rs) { let o = ''; for (const r of rs) { o += '<li>' + clean(r.題名.value) + '</li>'; } return o; }
function a7(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; if (NG.some((c) => t.includes(c))) continue; o += '<li>' + t + '</li>'; } return o; }
function a8(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; if (NG.every((c) => !t.includes(c))) o += '<li>' + t + '</li>'; } return o; }
function a10(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (const [a, b] of [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;']]) t = t.replaceAll(a, b); o += '<li>' + t + '</li>'; } return o; }
const PAIRS = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']];
function a11(rs) { let o = '';
  for (const r of rs) { o += '<li>' + PAIRS.reduce((t, [a, b]) => t.split(a).join(b), r.題名.value) + '</li>'; } return o; }
const MAP = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
function a13(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (const k of Object.keys(MAP)) { t = t.split(k).join(MAP[k]); } o += '<li>' + t + '</li>'; } return o; }
function a14(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (const k in MAP) { t = t.replaceAll(k, MAP[k]); } o += '<li>' + t + '</li>'; } return o; }
function a15(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (const c of NG) t = t.replaceAll(c, ''); o += '<li>' + t + '</li>'; } return o; }
function a16(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (let i = 0; i < NG.length; i++) { t = t.split(NG[i]).join(''); } o += '<li>' + t + '</li>'; } return o; }
function a17(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (const c of NG) t = t.replace(c, ''); o += '<li>' + t + '</li>'; } return o; }
function a18(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; for (const c of NGx) t = t.replaceAll(c, ''); o += '<li>' + t + '</li>'; } return o; }
function a19(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; if (NGx.some((c) => t.includes(c))) continue; o += '<li>' + t + '</li>'; } return o; }
function a20(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; if (NG.every((c) => t.includes(c))) continue; o += '<li>' + t + '</li>'; } return o; }
function a21(rs) { let o = '';
  for (const r of rs) { let t = r.題名.value; while (NG.some((c) => t.includes(c))) { t = t.slice(1); } o += '<li>' + t + '</li>'; } return o; }
function a22(rs) { let o = '';
  for (const r of rs) { const t = r.題名.value; const hit = NG.find((c) => t.includes(c)); if (hit) continue; o += '<li>' + t + '</li>'; } return o; }
function a28(rs) { let o = '';
  for (const r of rs) { const s = r.題名.value; let t = ''; for (const c of s) { if (NG.includes(c)) continue; t += c; } o += '<li>' + t + '</li>'; } return o; }
function a29(rs) { let o = '';
  for (const r of rs) { const s = r.題名.value; let t = ''; for (const c of s) { t += MAP[c] ?? c; } o += '<li>' + t + '</li>'; } return o; }
function a30(rs) { let o = '';
  for (const r of rs) { const s = r.題名.value; let t = ''; for (let i = 0; i < s.length; i++) { const c = s.charAt(i); if (c === '<') t += '&lt;'; else if (c === '&') t += '&amp;'; else t += c; } o += '<li>' + t + '</li>'; } return o; }
function has(t) { for (let i = 0; i < NG.length; i++) { if (t.indexOf(NG[i]) !== -1) return true; } return false; }
function a31(rs) { let o = ''; for (const r of rs) { const t = r.題名.value; if (has(t)) continue; o += '<li>' + t + '</li>'; } return o; }
function a32(rs) { let o = ''; for (const r of rs) { const t = r.題名.value; if (!has(t)) continue; o += '<li>' + t + '</li>'; } return o; }
kintone.events.on('app.record.index.show', (event) => {
  el.innerHTML = a1(event.records);
  el.innerHTML = a2(event.records); // flow: record -> html
  el.innerHTML = a3(event.records);
  el.innerHTML = a4(event.records);
  el.innerHTML = a5(event.records);
  el.innerHTML = a6(event.records);
  el.innerHTML = a7(event.records);
  el.innerHTML = a8(event.records);
  el.innerHTML = a10(event.records);
  el.innerHTML = a11(event.records);
  el.innerHTML = a13(event.records);
  el.innerHTML = a14(event.records);
  el.innerHTML = a15(event.records);
  el.innerHTML = a16(event.records);
  el.innerHTML = a17(event.records); // flow: record -> html
  el.innerHTML = a18(event.records); // flow: record -> html
  el.innerHTML = a19(event.records); // flow: record -> html
  el.innerHTML = a20(event.records); // flow: record -> html
  el.innerHTML = a21(event.records);
  el.innerHTML = a22(event.records);
  el.innerHTML = a28(event.records);
  el.innerHTML = a29(event.records);
  el.innerHTML = a30(event.records);
  el.innerHTML = a31(event.records);
  el.innerHTML = a32(event.records); // flow: record -> html
  return event;
});
