// A test that a function is handed proves what it proves by itself, if the function is always handed the same one.
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.createElement('div');
  const { record } = event;
  const isWord = (text) => /^\w+$/.test(text);
  const hasWord = (text) => /\w+/.test(text);

  const only = (value, test) => (test(value) ? value : '');
  el.innerHTML = only(record.件名.value, isWord);
  el.innerHTML = only(record.区分.value, isWord);

  const some = (value, test) => (test(value) ? value : '');
  el.innerHTML = some(record.件名.value, hasWord); // flow: record -> html

  const either = (value, test) => (test(value) ? value : '');
  el.innerHTML = either(record.件名.value, isWord); // flow: record -> html
  el.innerHTML = either(record.区分.value, hasWord); // flow: record -> html

  const unless = (value, test) => (test(value) ? '' : value);
  el.innerHTML = unless(record.件名.value, isWord); // flow: record -> html

  function must(value, test) {
    if (!test(value)) throw new Error('使えない文字です');
    return value;
  }
  el.innerHTML = must(record.件名.value, (text) => /^[\d-]+$/.test(text));

  const kept = (list, test) => list.filter(test);
  el.innerHTML = kept(record.札.value, isWord).join(' ');

  const chosen = (value, test) => (test(value) ? value : '');
  const choosers = [chosen];
  choosers.forEach((choose) => { el.innerHTML = choose(record.区分.value, () => true); }); // flow: record -> html
  el.innerHTML = chosen(record.件名.value, isWord);
  return event;
});
