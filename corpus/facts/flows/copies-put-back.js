// Rows of a table are copied, changed and put back where the next ones are copied from.
(() => {
  'use strict';

  const codes = ['品名', '数量', '単位', '備考'];

  function copied(row, from, to, model) {
    const made = model ? JSON.parse(JSON.stringify(model)) : { value: {} };
    delete made.id;
    codes.forEach((code) => {
      const source = code + from;
      const target = code + to;
      if (!row.value[source]) return;
      let value = row.value[source].value;
      if (Array.isArray(value)) {
        value = [...value];
      }
      if (!made.value[target]) {
        made.value[target] = { type: row.value[source].type };
      }
      made.value[target].value = value;
    });
    Object.keys(made.value).forEach((code) => {
      if (!('value' in made.value[code])) {
        made.value[code].value = made.value[code].type === 'CHECK_BOX' ? [] : '';
      }
    });
    return made;
  }

  function button(title, from, to, source, target) {
    const made = document.createElement('button');
    made.textContent = title;
    made.onclick = () => {
      const page = kintone.app.record.get();
      const table = page.record[source].value;
      const rows = [];
      table.forEach((row) => rows.push(copied(row, from, to, page.record[target].value[0])));
      page.record[target].value = rows;
      kintone.app.record.set(page);
      made.innerHTML = title;
      made.innerHTML = rows[0].value.品名1.value; // flow: record -> html
      made.title = rows.length;
    };
    return made;
  }

  kintone.events.on(['app.record.create.show', 'app.record.edit.show'], (event) => {
    const up = kintone.app.record.getSpaceElement('up');
    const down = kintone.app.record.getSpaceElement('down');
    up.appendChild(button('上へ', '2', '1', '明細2', '明細1'));
    down.appendChild(button('下へ', '1', '2', '明細1', '明細2'));
    return event;
  });
})();
