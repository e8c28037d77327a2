(function (ns) {
  'use strict';

  var CREATE = 'app.record.create.';
  var EDIT = 'app.record.edit.';
  var TABLE = '証明書一覧';
  var TABLE_FIELDS = ['証明書の種類', '通数', '減免'];

  /** 画面の種類ごとのイベント名を作る。 */
  function events(names) {
    var list = [];
    var i;
    for (i = 0; i < names.length; i++) {
      list.push(CREATE + names[i]);
      list.push(EDIT + names[i]);
    }
    return list;
  }

  function feeOf(row) {
    var kind = row['証明書の種類'].value;
    var copies = parseInt(row['通数'].value, 10);
    if (!Object.prototype.hasOwnProperty.call(ns.FEES, kind) || isNaN(copies)) {
      return 0;
    }
    if (row['減免'].value && row['減免'].value.length > 0) {
      return 0;
    }
    return ns.FEES[kind] * copies;
  }

  function calculate(record) {
    var total = 0;
    record[TABLE].value.forEach(function (row) {
      var fee = feeOf(row.value);
      row.value['手数料'].value = String(fee);
      total += fee;
    });
    record['手数料合計'].value = total;
  }

  function disableCalculated(record) {
    record['手数料合計'].disabled = true;
    record['受付番号'].disabled = true;
    record[TABLE].value.forEach(function (row) {
      row.value['手数料'].disabled = true;
    });
  }

  // ----- 画面を開いたとき -------------------------------------------------

  kintone.events.on(events(['show']), function (event) {
    var record = event.record;
    disableCalculated(record);
    if (event.type === 'app.record.create.show') {
      if (!event.reuse) {
        record['受付日'].value = ns.today();
      } else {
        record['受付番号'].value = '';
      }
    }
    kintone.app.record.setFieldShown('委任状', record['申請者区分'].value === '代理人');
    return event;
  });

  kintone.events.on(events(['change.申請者区分']), function (event) {
    var isProxy = event.changes.field.value === '代理人';
    kintone.app.record.setFieldShown('委任状', isProxy);
    if (!isProxy) {
      event.record['委任状'].value = [];
    }
    return event;
  });

  kintone.events.on(events(['change.' + TABLE].concat(TABLE_FIELDS.map(function (code) {
    return 'change.' + code;
  }))), function (event) {
    calculate(event.record);
    return event;
  });

  // ----- 保存する前の確認 -------------------------------------------------

  function validate(record) {
    var ok = true;
    if (record['受付日'].value > ns.today()) {
      record['受付日'].error = ns.MESSAGES.future;
      ok = false;
    }
    if (record['申請者区分'].value === '代理人' && record['委任状'].value.length === 0) {
      record['委任状'].error = ns.MESSAGES.proxy;
      ok = false;
    }
    if (record['本人確認方法'].value.length === 0) {
      record['本人確認方法'].error = ns.MESSAGES.identity;
      ok = false;
    }
    record[TABLE].value.forEach(function (row) {
      var cells = row.value;
      if (!cells['証明書の種類'].value) {
        cells['証明書の種類'].error = ns.MESSAGES.required;
        ok = false;
      }
      if (!/^(?:[1-9]|1[0-9]|20)$/.test(cells['通数'].value || '')) {
        cells['通数'].error = ns.MESSAGES.copies;
        ok = false;
      }
    });
    return ok;
  }

  /** 年度ごとの通し番号を、今ある最大の番号から決める。 */
  function nextNumber(fiscalYear) {
    var params = {
      app: kintone.app.getId(),
      fields: ['受付番号'],
      query: '受付番号 like "' + fiscalYear + '-" order by 受付番号 desc limit 1'
    };
    return kintone.api(kintone.api.url('/k/v1/records', true), 'GET', params).then(function (resp) {
      var last = 0;
      if (resp.records.length > 0) {
        last = parseInt(resp.records[0]['受付番号'].value.split('-')[1], 10) || 0;
      }
      return fiscalYear + '-' + ns.pad(last + 1, 5);
    });
  }

  kintone.events.on(events(['submit']), function (event) {
    var record = event.record;
    calculate(record);
    if (!validate(record)) {
      event.error = '入力内容を確認してください。';
      return event;
    }
    if (record['受付番号'].value) {
      return event;
    }
    return nextNumber(ns.fiscalYear(record['受付日'].value)).then(function (number) {
      record['受付番号'].value = number;
      return event;
    }, function (error) {
      event.error = '受付番号を決められませんでした。もう一度保存してください。' + (error.code ? '(' + error.code + ')' : '');
      return event;
    });
  });

  // ----- 一覧 -------------------------------------------------------------

  kintone.events.on('app.record.index.show', function (event) {
    var space = kintone.app.getHeaderMenuSpaceElement();
    var counts = {};
    var list;
    if (!space || document.getElementById('zei-count')) {
      return event;
    }
    ns.WINDOWS.forEach(function (name) {
      counts[name] = 0;
    });
    event.records.forEach(function (record) {
      var name = record['受付窓口'].value;
      if (counts.hasOwnProperty(name)) {
        counts[name] += 1;
      }
    });
    list = document.createElement('ul');
    list.id = 'zei-count';
    ns.WINDOWS.forEach(function (name) {
      var item = document.createElement('li');
      item.appendChild(document.createTextNode(name + ' ' + counts[name] + '件'));
      list.appendChild(item);
    });
    space.appendChild(list);
    return event;
  });
})(window.zeiShoumei);
