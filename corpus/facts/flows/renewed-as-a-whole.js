// A loop that writes every element of an array, or every property of an object, anew; behind it stands what was written.
const esc = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.createElement('div');
  const { record } = event;
  const list = () => [record.姓.value, record.名.value];
  const row = () => ({ 姓: record.姓.value, 名: record.名.value });

  const counted = list();
  el.innerHTML = counted.join(' '); // flow: record -> html
  for (let i = 0; i < counted.length; i++) { counted[i] = esc(counted[i]); }
  el.innerHTML = counted.join(' ');
  counted.push(record.備考.value);
  el.innerHTML = counted.join(' '); // flow: record -> html

  const later = list();
  for (let i = 1; i < later.length; i++) { later[i] = esc(later[i]); }
  el.innerHTML = later.join(' '); // flow: record -> html

  const backwards = list();
  for (let i = backwards.length - 1; i >= 0; i -= 1) { backwards[i] = esc(backwards[i]); }
  el.innerHTML = backwards.join(' ');

  const measured = list();
  for (var at = 0, end = measured.length; at < end; at += 1) { measured[at] = esc(measured[at]); }
  el.innerHTML = measured.join(' ');

  const some = list();
  for (let i = 0; i < some.length; i++) { if (some[i].length > 1) some[i] = esc(some[i]); }
  el.innerHTML = some.join(' '); // flow: record -> html

  const left = list();
  for (let i = 0; i < left.length; i++) {
    if (!left[i]) break;
    left[i] = esc(left[i]);
  }
  el.innerHTML = left.join(' '); // flow: record -> html

  const given = list();
  given.forEach((each, i) => { given[i] = esc(each); });
  el.innerHTML = given.join(' ');

  const turned = list();
  turned.forEach((each, i) => { turned[i] = each.trim(); });
  el.innerHTML = turned.join(' '); // flow: record -> html

  const entries = list();
  for (const [i, each] of entries.entries()) { entries[i] = esc(each); }
  el.innerHTML = entries.join(' ');

  const fields = row();
  el.innerHTML = fields.姓; // flow: record -> html
  for (const key in fields) { fields[key] = esc(fields[key]); }
  el.innerHTML = `<p title="${fields.姓}">${fields.名}</p>`;

  const own = row();
  for (const key in own) { if (Object.prototype.hasOwnProperty.call(own, key)) own[key] = esc(own[key]); }
  el.innerHTML = own.姓;

  const named = row();
  Object.keys(named).forEach((key) => { named[key] = esc(named[key]); });
  el.innerHTML = named.姓;

  const skipped = row();
  Object.keys(skipped).forEach((key) => { if (key !== '姓') skipped[key] = esc(skipped[key]); });
  el.innerHTML = skipped.姓; // flow: record -> html

  const paired = row();
  for (const [key, each] of Object.entries(paired)) { paired[key] = esc(each); }
  el.innerHTML = paired.姓;

  const other = row();
  for (const key of Object.keys(fields)) { other[key] = esc(other[key]); }
  el.innerHTML = other.姓; // flow: record -> html
  return event;
});
kintone.events.on('app.record.edit.show', (event) => {
  const el = document.createElement('div');
  const { record } = event;
  const cleaned = (row) => {
    for (const key of Object.keys(row)) { row[key] = esc(row[key]); }
    return row;
  };
  el.innerHTML = cleaned({ 姓: record.姓.value }).姓;
  const kept = (row) => {
    const copy = { ...row };
    for (const key of Object.keys(copy)) { copy[key] = esc(copy[key]); }
    return row;
  };
  el.innerHTML = kept({ 名: record.名.value }).名; // flow: record -> html
  const list = [record.姓.value];
  const add = () => list.push(record.備考.value);
  for (let i = 0; i < list.length; i++) { list[i] = esc(list[i]); }
  add();
  el.innerHTML = list.join(' '); // flow: record -> html
  const filled = [''];
  const fill = (rows) => {
    for (let i = 0; i < rows.length; i++) { rows[i] = esc(rows[i]); }
    rows.push(record.備考.value);
  };
  fill(filled);
  el.innerHTML = filled.join(' '); // flow: record -> html
  return event;
});
