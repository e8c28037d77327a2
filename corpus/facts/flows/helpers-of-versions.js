// What a helper proves of a variable that gets several values, on whichever way: replaced, left, kept under a name.
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.createElement('div');
  const q = () => event.record.件名.value;
  const hasMarkup = (s) => /[<>&"']/.test(s);
  const isPlain = (s) => !/[<>&"']/.test(s);
  function bad(s) { if (s == null) return true; return /[<>&"']/.test(s); }
  const MARK = /[<>&"']/;
  const T = { bad(s) { return /[<>&"']/.test(s); } };
  (() => {
    let v = q(); v = decodeURIComponent(v); if (hasMarkup(v)) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); if (hasMarkup(v)) { v = ''; } v = decodeURIComponent(v);
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); if (bad(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (T.bad(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (MARK.test(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (!isPlain(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (isPlain(v)) v = '';
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); if (v === null || hasMarkup(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (v === null && hasMarkup(v)) v = '';
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); if (v && hasMarkup(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (!v || !isPlain(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); v = isPlain(v) ? v : '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); v = hasMarkup(v) ? v : '';
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); if (hasMarkup(v)) return;
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (hasMarkup(v)) throw new Error('x');
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); try { if (hasMarkup(v)) throw new Error('x'); } catch (e) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); try { if (hasMarkup(v)) throw new Error('x'); } catch (e) { console.log(e); }
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = ''; try { v = q().trim(); if (hasMarkup(v)) throw new Error('x'); } catch (e) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = ''; try { v = q().trim(); } catch (e) { v = ''; } if (hasMarkup(v)) v = '';
    el.innerHTML = `<b>${v}</b>`;
  })();
  function show(v = q()) { if (hasMarkup(v)) { v = ''; } el.innerHTML = `<b>${v}</b>`; } show();
  function show2(v = q()) { if (!hasMarkup(v)) { v = ''; } el.innerHTML = `<b>${v}</b>`; } show2();  // flow: record -> html
  (() => {
    let v = q(); v = v.trim(); if (hasMarkup(v)) { v = 'x'; } else { v = v + '!'; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (hasMarkup(v)) { v = v.replace(/[<>&"']/g, ''); }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); if (hasMarkup(v)) { v = v.replace(/</, ''); }
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); while (hasMarkup(v)) { v = v.slice(1); }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); let w = v; if (hasMarkup(w)) { w = ''; }
    el.innerHTML = `<b>${w}</b>`;
  })();
  (() => {
    let v = q(); let w = v; if (hasMarkup(w)) { w = ''; }
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); hasMarkup(v) && (v = '');
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); isPlain(v) || (v = '');
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); v = v.trim(); const is = hasMarkup(v); if (is) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v = q(); const is = hasMarkup(v); v = decodeURIComponent(v); if (is) { v = ''; }
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); switch (true) { case hasMarkup(v): v = ''; break; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v; v = q(); if (hasMarkup(v)) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => {
    let v; if (event.record.備考.value) { v = q(); } else { v = decodeURIComponent(event.record.備考.value); } if (hasMarkup(v)) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => { let v = q(); v = v.trim(); if (!hasMarkup(v)) { el.innerHTML = `<b>${v}</b>`; } })();
  (() => {
    const o = { v: q() }; o.v = o.v.trim(); if (hasMarkup(o.v)) { o.v = ''; }
    el.innerHTML = `<b>${o.v}</b>`;
  })();
  (() => {
    const o = { v: q() }; if (hasMarkup(o.v)) { o.v = ''; }
    el.innerHTML = `<b>${o.v}</b>`;
  })();
  (() => {
    let v = q(); const is = MARK.test(v); v = decodeURIComponent(v); if (is) { v = ''; }
    el.innerHTML = `<b>${v}</b>`; // flow: record -> html
  })();
  (() => {
    let v = q(); v = v.trim(); const is = MARK.test(v); if (is) { v = ''; }
    el.innerHTML = `<b>${v}</b>`;
  })();
  (() => { let v = q(); const is = MARK.test(v); for (const x of event.record.備考.value) { if (is) { v = ''; } el.innerHTML = `<b>${v}</b>`; v = x; } })();  // flow: record -> html
});
