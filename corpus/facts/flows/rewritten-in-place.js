// A loop that writes a property of every element anew; behind it stands what was written, unless it did not write all.
const esc = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const isBad = (s) => /[<>&"']/.test(s);
kintone.events.on('app.record.index.show', (event) => {
  const el = document.createElement('div');
  const rows = () => event.records.map((record) => ({ name: record.名.value, memo: record.備考.value }));
  const first = rows();
  el.innerHTML = first.map((row) => row.name).join('<br>'); // flow: record -> html
  first.forEach((row) => { row.name = esc(row.name); });
  el.innerHTML = first.map((row) => `<li>${row.name}</li>`).join('');
  el.innerHTML = first.map((row) => `<li>${row.memo}</li>`).join(''); // flow: record -> html
  first[0].name = event.records[0].名.value;
  el.innerHTML = first.map((row) => `<li>${row.name}</li>`).join(''); // flow: record -> html
  const second = rows();
  for (const row of second) {
    row.name = esc(row.name);
    row.memo = esc(row.memo);
  }
  el.innerHTML = second.map((row) => row.name + row.memo).join('<br>');
  const more = rows();
  for (const row of more) { row.name = esc(row.name); }
  more.push({ name: event.records[0].名.value, memo: '' });
  el.innerHTML = more.map((row) => row.name).join('<br>'); // flow: record -> html
  const third = rows();
  for (const row of third) {
    if (row.memo) continue;
    row.name = esc(row.name);
  }
  el.innerHTML = third.map((row) => row.name).join('<br>'); // flow: record -> html
  const fourth = rows();
  fourth.forEach((row) => { row.name = esc(row.name); });
  fourth.forEach((row) => { if (row.memo) row.name = row.memo; });
  el.innerHTML = fourth.map((row) => row.name).join('<br>'); // flow: record -> html
  const fifth = rows();
  fifth.forEach((row) => { row.name = esc(row.name); });
  for (const row of fifth) { row.name = row.memo; }
  el.innerHTML = fifth.map((row) => row.name).join('<br>'); // flow: record -> html
  event.records.forEach((record) => { record.名.value = esc(record.名.value); });
  el.innerHTML = event.records.map((record) => `<li>${record.名.value}</li>`).join('');
  for (const record of event.records) { el.innerHTML = `<b>${record.名.value}</b>`; }
  el.innerHTML = event.records.map((record) => `<li>${record.備考.value}</li>`).join(''); // flow: record -> html
  return event;
});
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.createElement('div');
  const held = { name: event.record.名.value };
  if (isBad(held.name)) return event;
  for (const row of event.record.表.value) {
    el.innerHTML = held.name; // flow: record -> html
    held.name = row.value.品名.value;
  }
  el.innerHTML = held.name; // flow: record -> html
  const kept = { name: event.record.名.value };
  if (isBad(kept.name)) return event;
  for (const row of event.record.表.value) { kept.memo = row.value.品名.value; }
  el.innerHTML = kept.name;
  return event;
});
