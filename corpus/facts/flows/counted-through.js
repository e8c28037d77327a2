// A loop that counts through a list and leaves the function for one bad element: behind it all elements are good.
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.createElement('div');
  const bad = /[<>&"']/;
  const { record } = event;
  const through = () => {
    const list = [record.姓.value, record.名.value];
    for (let i = 0; i < list.length; i++) { if (bad.test(list[i])) return; }
    el.innerHTML = list.join(' ');
    el.innerHTML = list[1];
    list[1] = record.備考.value;
    el.innerHTML = list.join(' '); // flow: record -> html
  };
  const backwards = () => {
    const list = record.札.value;
    for (let i = list.length - 1; i >= 0; i--) { if (bad.test(list[i])) return; }
    el.innerHTML = list.join(' ');
  };
  const named = () => {
    const list = record.札.value;
    for (var i = 0, end = list.length; i < end; i += 1) { var each = list[i]; if (!/^\w+$/.test(each)) return; }
    el.innerHTML = list.join(' ');
  };
  const later = () => {
    const list = [record.姓.value, record.名.value];
    for (let i = 1; i < list.length; i++) { if (bad.test(list[i])) return; }
    el.innerHTML = list.join(' '); // flow: record -> html
  };
  const skipping = () => {
    const list = [record.姓.value, record.名.value];
    for (let i = 0; i < list.length; i++) {
      if (bad.test(list[i])) return;
      i++;
    }
    el.innerHTML = list.join(' '); // flow: record -> html
  };
  const other = () => {
    const list = [record.姓.value, record.名.value];
    const others = [record.姓.value, record.備考.value];
    for (let i = 0; i < list.length; i++) { if (bad.test(others[i])) return; }
    el.innerHTML = list.join(' '); // flow: record -> html
  };
  const going = () => {
    const list = [record.姓.value, record.名.value];
    for (let i = 0; i < list.length; i++) { if (bad.test(list[i])) continue; }
    el.innerHTML = list.join(' '); // flow: record -> html
  };
  const replaced = () => {
    const list = [record.姓.value, record.名.value];
    if (list.some((each) => bad.test(each))) return;
    list[0] = record.備考.value;
    el.innerHTML = list.join(' '); // flow: record -> html
  };
  for (const each of [through, backwards, named, later, skipping, other, going, replaced]) each();
  return event;
});
