// A template that is written out has only so many holes: what stands under other names does not get into the text.
const LETTER = '<p>{{宛名}} 様</p><p>受付番号 {{ 番号 }}</p>';
kintone.events.on('app.record.print.show', (event) => {
  const el = document.createElement('div');
  const person = event.record.氏名.value;
  const numbers = { 番号: event.record.$id.value, 氏名: person };
  const names = { 番号: event.record.$id.value, 宛名: person };
  function owned(template, values) {
    return template.replace(/\{\{\s*(.+?)\s*\}\}/g, function (all, key) {
      return values.hasOwnProperty(key) ? values[key] : all;
    });
  }
  el.innerHTML = owned(LETTER, numbers);
  function ownedToo(template, values) {
    return template.replace(/\{\{\s*(.+?)\s*\}\}/g, function (all, key) {
      return values.hasOwnProperty(key) ? values[key] : all;
    });
  }
  el.innerHTML = ownedToo(LETTER, names); // flow: record -> html
  el.innerHTML = LETTER.replace(/\{\{(.+?)\}\}/g, (all, key) => (key in numbers ? numbers[key] : all));
  el.innerHTML = LETTER.replace(/\{\{(.+?)\}\}/g, (all, key) => (key in names ? names[key] : all)); // flow: record -> html
  el.innerHTML = LETTER.replace(/\{\{(.+?)\}\}/g, (all, key) => numbers[key.trim()] ?? all);
  el.innerHTML = LETTER.replace(/\{\{(.+?)\}\}/g, (all, key) => names[key.trim()] ?? all); // flow: record -> html
  el.innerHTML = '<b>{$id}</b>'.replace(/\{(.+?)\}/g, (_, code) => event.record[code].value);
  el.innerHTML = '<b>{氏名}</b>'.replace(/\{(.+?)\}/g, (_, code) => event.record[code].value); // flow: record -> html
  el.innerHTML = '<b>{氏名}</b>'.replace(/%(.+?)%/g, (_, code) => event.record[code].value);
  const given = (template, values) => template.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, key) => values[key]);
  el.innerHTML = given(document.querySelector('#letter').innerHTML, names); // flow: record -> html
  let chosen = LETTER;
  if (event.type) chosen = '<i>{{氏名}}</i>';
  el.innerHTML = chosen.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, key) => numbers[key]); // flow: record -> html
  return event;
});
