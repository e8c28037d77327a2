/* 宛名ラベル: 一覧で絞り込んだ行を、印刷用の画面とCSVにする(敬老事業の案内用) */
(function () {
  'use strict';

  var LABEL = { columns: 2, rows: 6 };

  var toHalf = function (text) {
    return text.replace(/[0-9A-Za-z]/g, function (c) {
      return String.fromCharCode(c.charCodeAt(0) - 0xFEE0);
    }).replace(/[‐−―ー](?=\d)/g, '-');
  };

  var postal = function (text) {
    var digits = toHalf(text || '').replace(/[^0-9]/g, '');
    return digits.length === 7 ? '〒' + digits.slice(0, 3) + '-' + digits.slice(3) : '';
  };

  var csvCell = function (text) {
    var value = String(text === null || text === undefined ? '' : text);
    // 表計算ソフトに式として読まれないようにする
    if (/^[=+\-@\t\r]/.test(value)) {
      value = '\'' + value;
    }
    return '"' + value.replace(/"/g, '""') + '"';
  };

  var fetchRecords = function (offset, found) {
    var query = kintone.app.getQueryCondition();
    return kintone.api(kintone.api.url('/k/v1/records', true), 'GET', {
      app: kintone.app.getId(),
      query: (query ? query + ' ' : '') + 'order by 郵便番号 asc limit 500 offset ' + offset,
      fields: ['郵便番号', '住所', '方書', '宛名', '敬称']
    }).then(function (resp) {
      var all = found.concat(resp.records);
      if (resp.records.length < 500 || offset + 500 > 10000) {
        return all;
      }
      return fetchRecords(offset + 500, all);
    });
  };

  var line = function (doc, text, className) {
    var p = doc.createElement('p');
    p.className = className;
    p.textContent = text;
    return p;
  };

  var STYLE = [
    '@page { size: A4; margin: 21mm 19mm; }',
    'body { margin: 0; font-family: serif; }',
    '.sheet { display: grid; grid-template-columns: repeat(' + LABEL.columns + ', 1fr); page-break-after: always; }',
    '.label { height: 42mm; padding: 6mm; box-sizing: border-box; overflow: hidden; }',
    '.label p { margin: 0 0 1mm; }',
    '.name { font-size: 14pt; }'
  ].join('\n');

  var openPrint = function (records) {
    var win = window.open('', '_blank');
    var doc;
    var sheet;
    if (!win) {
      kintone.showNotification('ERROR', 'ポップアップを許可してください。');
      return;
    }
    doc = win.document;
    doc.title = '宛名ラベル';
    doc.head.appendChild(doc.createElement('style')).textContent = STYLE;
    records.forEach(function (record, index) {
      var label = doc.createElement('div');
      if (index % (LABEL.columns * LABEL.rows) === 0) {
        sheet = doc.createElement('div');
        sheet.className = 'sheet';
        doc.body.appendChild(sheet);
      }
      label.className = 'label';
      label.appendChild(line(doc, postal(record['郵便番号'].value), 'postal'));
      label.appendChild(line(doc, record['住所'].value, 'address'));
      label.appendChild(line(doc, record['方書'].value || '', 'address2'));
      label.appendChild(line(doc, record['宛名'].value + ' ' + (record['敬称'].value || '様'), 'name'));
      sheet.appendChild(label);
    });
    win.setTimeout(function () { win.print(); }, 300);
  };

  var saveCsv = function (records) {
    var head = ['郵便番号', '住所', '方書', '宛名', '敬称'];
    var lines = [head.map(csvCell).join(',')].concat(records.map(function (record) {
      return head.map(function (code) { return csvCell(record[code].value); }).join(',');
    }));
    var blob = new Blob(['\uFEFF' + lines.join('\r\n')], { type: 'text/csv;charset=utf-8' });
    var link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = '宛名_' + new Date().toISOString().slice(0, 10) + '.csv';
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  };

  var button = function (label, action) {
    var element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    element.addEventListener('click', function () {
      element.disabled = true;
      fetchRecords(0, []).then(function (records) {
        if (records.length === 0) {
          kintone.showNotification('INFO', '対象がありません。絞り込みを確かめてください。');
        } else {
          action(records);
        }
      }).catch(function (error) {
        kintone.showNotification('ERROR', '読み込めませんでした: ' + error.message);
      }).finally(function () {
        element.disabled = false;
      });
    });
    return element;
  };

  kintone.events.on('app.record.index.show', function (event) {
    var menu = kintone.app.getHeaderMenuSpaceElement();
    if (!menu || document.getElementById('atena-buttons')) {
      return event;
    }
    var box = document.createElement('div');
    box.id = 'atena-buttons';
    box.appendChild(button('ラベルを印刷', openPrint));
    box.appendChild(button('CSVで保存', saveCsv));
    menu.appendChild(box);
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit', 'app.record.index.edit.submit'], function (event) {
    var record = event.record;
    if (record['郵便番号'].value && !postal(record['郵便番号'].value)) {
      record['郵便番号'].error = '郵便番号は数字7桁で入力してください。';
    }
    record['住所'].value = (record['住所'].value || '').replace(/[ \u3000]+/g, ' ').trim();
    return event;
  });
})();
