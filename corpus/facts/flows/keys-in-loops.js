// What a test shows of the element that a variable chooses holds until the variable or the list changes.
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('tags');
  const tags = event.record.タグ.value.split(',');
  const isWord = (text) => /^\w+$/.test(text);
  for (let i = 0; i < tags.length; i++) {
    if (!isWord(tags[i])) continue;
    el.innerHTML += tags[i];
    el.innerHTML += tags[i + 1]; // flow: record -> html
  }
  for (let i = 0; i < tags.length; i++) {
    if (isWord(tags[i])) {
      i += 1;
      el.innerHTML += tags[i]; // flow: record -> html
    }
  }
  let at = 0;
  if (isWord(tags[at])) {
    el.innerHTML = tags[at];
    el.onclick = () => {
      el.innerHTML = tags[at]; // flow: record -> html
    };
    for (let n = 0; n < 3; n++) {
      el.innerHTML += tags[at]; // flow: record -> html
      tags[n] = event.record.備考.value;
    }
    at = 3;
    el.innerHTML = tags[at]; // flow: record -> html
  }
  const has = Object.prototype.hasOwnProperty;
  const known = { a: '<b>a</b>' };
  if (has.call(known, event.record.区分.value)) {
    el.innerHTML = event.record.区分.value;
  }
  el.innerHTML = event.record.区分.value; // flow: record -> html
});
