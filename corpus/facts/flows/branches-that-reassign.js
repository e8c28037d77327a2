// Branches that give a variable several values, and tests that stand somewhere else than where they are needed.
const el = document.getElementById('out');
const esc = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
const isBad = (s) => /[<>&"']/.test(s);
kintone.events.on('app.record.index.show', (event) => {
  const name = () => event.record.名.value;
  const rows = () => event.records.map((r) => ({ x: r.名.value, y: r.姓.value }));
  { let html = name(); if (event.viewId) html = esc(html); el.innerHTML = html; } // flow: record -> html
  { let html = name(); if (event.viewId) html = esc(html); else html = ''; el.innerHTML = html; }
  { let html = ''; switch (event.type) { case 'a': html = esc(name()); break; case 'b': html = 'x'; } el.innerHTML = html; }
  { let html = name(); switch (event.type) { case 'a': html = esc(html); case 'b': html += '!'; break; default: html = ''; } el.innerHTML = html; } // flow: record -> html
  { let html = name(); switch (event.type) { case 'a': case 'b': html = esc(html); break; default: html = ''; } el.innerHTML = html; }
  { const html = event.a ? (event.b ? esc(name()) : '') : event.c ? 'x' : esc(name()); el.innerHTML = html; }
  { const html = event.a ? (event.b ? esc(name()) : name()) : event.c ? 'x' : esc(name()); el.innerHTML = html; } // flow: record -> html
  { const list = event.records.map((r) => r.名.value); for (let i = 0; i < list.length; i++) list[i] = list[i].trim(); el.innerHTML = list.join('<br>'); } // flow: record -> html
  { let html; try { html = esc(JSON.parse(name()).a); } catch (e) { html = ''; } el.innerHTML = html; }
  { let html; try { html = esc(JSON.parse(name()).a); } catch (e) { html = name(); } el.innerHTML = html; } // flow: record -> html
  { let html = name(); try { html = esc(html); } finally { html += '<br>'; } el.innerHTML = html; }
  { let html = ''; try { html = name(); JSON.parse(html); } finally { html = esc(html); } el.innerHTML = html; }
  { let html = name(); do { html = html.replace('<', ''); } while (html.includes('<')); el.innerHTML = html; }
  { let html = name(); do { html = html.replace('<', ''); } while (html.includes('>')); el.innerHTML = html; } // flow: record -> html
  { let i = 0; let html = ''; do { html += esc(event.records[i].名.value); i++; } while (i < event.records.length); el.innerHTML = html; }
  { const out = event.records.map((r) => { if (isBad(r.名.value)) return ''; return r.名.value; }); el.innerHTML = out.join(''); }
  { const out = event.records.map((r) => { if (isBad(r.姓.value)) return ''; return r.名.value; }); el.innerHTML = out.join(''); } // flow: record -> html
  { const out = event.records.map((r) => { if (!isBad(r.名.value)) return ''; return r.名.value; }); el.innerHTML = out.join(''); } // flow: record -> html
  { const out = []; for (const r of event.records) { if (isBad(r.名.value)) { continue; } out.push(r.名.value); } el.innerHTML = out.join('<br>'); }
  { const out = []; for (const r of event.records) { out.push(r.名.value); if (isBad(r.名.value)) { continue; } } el.innerHTML = out.join('<br>'); } // flow: record -> html
  { const v = name(); const other = event.record.姓.value; if (isBad(other)) return event; el.innerHTML = v; } // flow: record -> html
  { const v = name(); if (isBad(v)) { el.innerHTML = v; } } // flow: record -> html
  { const v = name(); el.innerHTML = v; if (isBad(v)) return event; } // flow: record -> html
  { const v = name(); if (isBad(v)) { console.log('bad'); } el.innerHTML = v; } // flow: record -> html
  { const v = name(); if (isBad(v)) return event; el.innerHTML = v; }
  return event;
});
kintone.events.on('app.record.edit.show', (event) => {
  const link = document.createElement('a');
  const isWeb = (text) => /^https:/.test(text);
  const orNothing = (raw) => {
    let url = raw;
    if (!isWeb(raw)) url = '#';
    return url;
  };
  const orItself = (raw) => {
    let url = raw;
    if (isWeb(raw)) url = '#';
    return url;
  };
  const orAnother = (raw, other) => {
    let url = raw;
    if (other) url = other;
    if (!isWeb(raw)) url = '#';
    return url;
  };
  link.href = orNothing(event.record.住所.value);
  link.href = orItself(event.record.住所.value); // flow: record -> link
  link.href = orAnother(event.record.住所.value, event.record.別の住所.value); // flow: record -> link
  let before = '#';
  for (const raw of [event.record.住所.value, event.record.別の住所.value]) {
    if (isWeb(raw)) link.href = before; // flow: record -> link
    before = raw;
  }
});
