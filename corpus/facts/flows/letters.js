// Letters and numbers of any script are no markup; what else a property names may be.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = v.replace(/[^\p{L}\p{N} ]/gu, '');
  document.body.innerHTML = v.replace(/[^\p{Letter}\p{Decimal_Number}_-]+/gu, '');
  document.body.innerHTML = v.replace(/[^\p{Script=Hiragana}\p{sc=Katakana}\p{sc=Han}ー0-9]/gu, '');
  document.body.innerHTML = v.replace(/\P{L}/gu, '');
  document.body.innerHTML = v.replace(/[^\p{L}\p{N}]/gv, '');
  document.body.innerHTML = v.replace(/[^\p{L}\p{S}]/gu, ''); // flow: record -> html
  document.body.innerHTML = v.replace(/[^\p{L}\p{Emoji}<]/gu, ''); // flow: record -> html
  document.body.innerHTML = v.replace(/\p{L}/gu, ''); // flow: record -> html
  document.body.innerHTML = v.replace(/[\p{L}\p{N}]/gu, ''); // flow: record -> html
  document.body.innerHTML = v.replace(/[^\p{L}]/g, '');
  document.body.innerHTML = v.replace(/[^\P{L}]/gu, ''); // flow: record -> html
  document.body.innerHTML = v.replace(/[^\p{Assigned}]/gu, ''); // flow: record -> html
  if (/^[\p{L}\p{N}]+$/u.test(v)) {
    document.body.innerHTML = v;
  }
  if (/^[\p{L}\p{S}]+$/u.test(v)) {
    document.body.innerHTML = v; // flow: record -> html
  }
  if (/^[^\p{L}]+$/u.test(v)) {
    document.body.innerHTML = v; // flow: record -> html
  }
  if (/^[\p{L}&&[^a]]+$/v.test(v)) {
    document.body.innerHTML = v; // flow: record -> html
  }
});
