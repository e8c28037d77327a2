/*
 * 公用車の給油明細(業者から届くCSV、Shift_JIS)を取り込む
 *   1. ファイルを選ぶ  2. 内容を確かめる  3. 登録する
 */
(function () {
  'use strict';

  var COLUMNS = ['給油日', '車両番号', '油種', '数量', '単価', '金額'];
  var KINDS = { 'ﾚｷﾞｭﾗｰ': 'レギュラー', 'ﾊｲｵｸ': 'ハイオク', 'ｹｲﾕ': '軽油' };
  var BATCH = 100;

  function splitLine(line) {
    var cells = [];
    var cell = '';
    var quoted = false;
    for (var i = 0; i < line.length; i++) {
      var c = line.charAt(i);
      if (quoted) {
        if (c === '"' && line.charAt(i + 1) === '"') {
          cell += '"';
          i++;
        } else if (c === '"') {
          quoted = false;
        } else {
          cell += c;
        }
      } else if (c === '"') {
        quoted = true;
      } else if (c === ',') {
        cells.push(cell);
        cell = '';
      } else {
        cell += c;
      }
    }
    cells.push(cell);
    return cells;
  }

  function parse(text) {
    var lines = text.replace(/\r\n?/g, '\n').split('\n').filter(function (line) { return line.trim() !== ''; });
    var head = splitLine(lines.shift() || '').map(function (name) { return name.trim(); });
    var missing = COLUMNS.filter(function (name) { return head.indexOf(name) < 0; });
    if (missing.length) {
      throw new Error('列が足りません: ' + missing.join('、'));
    }
    return lines.map(function (line, index) {
      var cells = splitLine(line);
      var row = { line: index + 2 };
      COLUMNS.forEach(function (name) {
        row[name] = (cells[head.indexOf(name)] || '').trim();
      });
      return row;
    });
  }

  function toDate(text) {
    var m = /^(\d{4})\/?(\d{1,2})\/?(\d{1,2})$/.exec(text);
    return m ? m[1] + '-' + ('0' + m[2]).slice(-2) + '-' + ('0' + m[3]).slice(-2) : null;
  }

  function check(row) {
    var mistakes = [];
    if (!toDate(row['給油日'])) { mistakes.push('給油日の形が違います'); }
    if (!/^\d{1,4}$/.test(row['車両番号'])) { mistakes.push('車両番号は数字4桁までです'); }
    if (isNaN(Number(row['数量'])) || Number(row['数量']) <= 0) { mistakes.push('数量が正しくありません'); }
    if (Math.abs(Math.round(row['数量'] * row['単価']) - row['金額']) > 1) { mistakes.push('数量×単価と金額が合いません'); }
    return mistakes;
  }

  function toRecord(row) {
    return {
      '給油日': { value: toDate(row['給油日']) },
      '車両番号': { value: row['車両番号'] },
      '油種': { value: KINDS[row['油種']] || row['油種'] },
      '数量': { value: row['数量'] },
      '単価': { value: row['単価'] },
      '金額': { value: row['金額'] }
    };
  }

  function register(rows, progress) {
    var url = kintone.api.url('/k/v1/records', true);
    var position = 0;
    function next() {
      if (position >= rows.length) {
        return Promise.resolve(position);
      }
      var part = rows.slice(position, position + BATCH);
      return kintone.api(url, 'POST', { app: kintone.app.getId(), records: part.map(toRecord) }).then(function () {
        position += part.length;
        progress(position);
        return next();
      });
    }
    return next();
  }

  function el(tag, text, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
    if (text !== undefined && text !== null) {
      element.appendChild(document.createTextNode(text));
    }
    return element;
  }

  function preview(area, rows) {
    var table = el('table', null, { 'class': 'csv-table' });
    var head = el('tr');
    var wrong = 0;
    ['行'].concat(COLUMNS, ['確認']).forEach(function (name) {
      head.appendChild(el('th', name, { scope: 'col' }));
    });
    table.appendChild(head);
    rows.forEach(function (row) {
      var mistakes = check(row);
      var tr = el('tr', null, mistakes.length ? { 'class': 'csv-wrong' } : {});
      tr.appendChild(el('td', row.line));
      COLUMNS.forEach(function (name) {
        tr.appendChild(el('td', row[name]));
      });
      tr.appendChild(el('td', mistakes.join('、') || 'よし'));
      table.appendChild(tr);
      wrong += mistakes.length ? 1 : 0;
    });
    while (area.firstChild) {
      area.removeChild(area.firstChild);
    }
    area.appendChild(el('p', rows.length + '件中' + wrong + '件に誤りがあります。'));
    area.appendChild(table);
    return wrong === 0;
  }

  kintone.events.on('app.record.index.show', function (event) {
    var space = kintone.app.getHeaderMenuSpaceElement();
    if (document.getElementById('csv-torikomi')) {
      return event;
    }
    var box = el('div', null, { id: 'csv-torikomi' });
    var input = el('input', null, { type: 'file', accept: '.csv' });
    var button = el('button', '登録する', { type: 'button', disabled: 'disabled' });
    var area = el('div');
    var rows = [];

    input.addEventListener('change', function () {
      var file = input.files[0];
      var reader = new FileReader();
      button.disabled = true;
      if (!file) {
        return;
      }
      reader.onload = function () {
        try {
          rows = parse(String(reader.result));
          button.disabled = !preview(area, rows);
        } catch (e) {
          area.textContent = e.message;
        }
      };
      reader.onerror = function () {
        area.textContent = 'ファイルを読めませんでした。';
      };
      reader.readAsText(file, 'Shift_JIS');
    });

    button.addEventListener('click', function () {
      if (!window.confirm(rows.length + '件を登録します。よろしいですか。')) {
        return;
      }
      button.disabled = true;
      register(rows, function (count) {
        area.textContent = count + '件まで登録しました。';
      }).then(function () {
        window.location.reload();
      }, function (error) {
        area.textContent = '途中で止まりました。' + error.message;
      });
    });

    [input, button, area].forEach(function (child) { box.appendChild(child); });
    space.appendChild(box);
    return event;
  });
})();
