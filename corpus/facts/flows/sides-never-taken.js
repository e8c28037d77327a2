// What stands behind an operator counts only where what is in front of it can be of that sort: a text that is put
// together is never missing, and never empty where some of it is known.
kintone.events.on('app.record.detail.show', (event) => {
  const raw = event.record.取引先名.value;
  const id = event.record.$id.value;
  const el = document.createElement('div');
  const card = {};
  card.name ??= '取引先' + (id ?? '不明');
  card.name ??= raw;
  el.innerHTML = `${card.name} 様`;
  const sheet = {};
  sheet.name ??= id;
  sheet.name ??= raw;
  el.innerHTML = `${sheet.name} 様`; // flow: record -> html
  const label = {};
  label.name ||= '取引先' + id;
  label.name ||= raw;
  el.innerHTML = label.name;
  const plain = {};
  plain.name ||= '' + id;
  plain.name ||= raw;
  el.innerHTML = plain.name; // flow: record -> html
  let title = `${id}番`;
  title = title || raw;
  el.innerHTML = title;
  let short = `${id}`;
  short = short || raw;
  el.innerHTML = short; // flow: record -> html
  let twice = event.record.数量.value * 2;
  twice ??= raw;
  el.innerHTML = twice;
  let total = event.record.数量.value * 2;
  total ||= raw;
  el.innerHTML = total; // flow: record -> html
  const sometimes = {};
  if (event.type) sometimes.name ??= 'x' + id;
  sometimes.name ??= raw;
  el.innerHTML = sometimes.name; // flow: record -> html
  const emptied = {};
  emptied.name ??= 'x' + id;
  emptied.name = null;
  emptied.name ??= raw;
  el.innerHTML = emptied.name; // flow: record -> html
  const named = (each) => {
    each.name ??= '番号' + each.id;
    return each.name ?? raw;
  };
  el.innerHTML = named({ id: 1 });
  el.innerHTML = typeof raw || raw;
  el.innerHTML = id === '1' || raw; // flow: record -> html
  el.innerHTML = (id === '1') ?? raw;
  return event;
});
