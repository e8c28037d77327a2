// Text in which a test has found none of the characters that would do harm.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (/[<>&"']/.test(v)) return;
  document.body.innerHTML = v;
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (/[>"]/.test(v)) return;
  document.body.innerHTML = v; // flow: record -> html
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (/[<>]/.test(v)) console.log(v.length);
  document.body.innerHTML = v; // flow: record -> html
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (/<script/i.test(v)) return;
  document.body.innerHTML = v; // flow: record -> html
});
// One that is kept and goes on where it stopped finds nothing the second time.
kintone.events.on('app.record.index.show', (event) => {
  const odd = /[<>]/g;
  event.records.forEach((record) => {
    if (odd.test(record.件名.value)) return;
    document.body.innerHTML = record.件名.value; // flow: record -> html
  });
});
kintone.events.on('app.record.index.show', (event) => {
  const odd = /[<>]/;
  event.records.forEach((record) => {
    if (odd.test(record.件名.value)) return;
    document.body.innerHTML = record.件名.value;
  });
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (v.includes('<') || v.indexOf('"') !== -1) return;
  document.body.innerHTML = `<a title="${v}">x</a>${v}`;
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (v.includes('<')) return;
  document.body.innerHTML = `<a title="${v}">x</a>`; // flow: record -> html
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  if (v.match(/[^\w ]/g) === null) document.body.innerHTML = v;
  if (v.search(/[<>]/) < 0) document.body.innerHTML = v;
  if (v.search(/[<>]/) >= 0) document.body.innerHTML = v; // flow: record -> html
});
// The same property under a name that stays what it is.
kintone.events.on('app.record.detail.show', (event) => {
  ['件名', '本文'].forEach((code) => {
    if (/[<>&]/.test(event.record[code].value)) return;
    document.body.innerHTML = event.record[code].value;
  });
  ['件名', '本文'].forEach((code, number) => {
    if (/[<>&]/.test(event.record[number].value)) return;
    document.body.innerHTML = event.record[code].value; // flow: record -> html
  });
});
// What was filtered may be put in another order, and a part of it taken.
kintone.events.on('app.record.index.show', (event) => {
  const known = ['至急', '重要'];
  const texts = event.records.map((record) => record.区分.value);
  const kept = texts.filter((text) => known.includes(text)).sort().slice(0, 3);
  document.body.innerHTML = kept.map((text) => `<b>${text}</b>`).join('');
  const others = texts.filter((text) => !known.includes(text)).sort().slice(0, 3);
  document.body.innerHTML = others.map((text) => `<b>${text}</b>`).join(''); // flow: record -> html
});
// Lists made of lists that were filtered; lists that a function gives.
kintone.events.on('app.record.index.show', async (event) => {
  const codes = event.record.コード.value.split(',').filter((code) => /^\d{1,8}$/.test(code));
  const list = [...codes, '0'].map((code) => `<b>${code}</b>`).join('');
  document.body.innerHTML = list;
  const open = [...codes, event.record.件名.value].map((code) => `<b>${code}</b>`).join('');
  document.body.innerHTML = open; // flow: record -> html
  const kinds = () => ['至急', '重要'];
  const isKind = (text) => kinds().includes(text);
  if (isKind(event.record.区分.value)) document.body.innerHTML = event.record.区分.value;
  else document.body.innerHTML = event.record.区分.value; // flow: record -> html
  const slowKinds = async () => ['至急', '重要'];
  const isSlowKind = async (text) => (await slowKinds()).includes(text);
  if (!(await isSlowKind(event.record.種別.value))) return;
  document.body.innerHTML = event.record.種別.value;
});
