/*
 * 区民会館 利用料金の計算と、使用許可書の印刷
 * 市民課 施設係  (ES5 + jQuery)
 */
jQuery.noConflict();
(function ($) {
  'use strict';

  // 部屋ごとの1時間あたりの料金
  var RYOUKIN = {
    '大会議室': 1200,
    '中会議室': 800,
    '和室': 500,
    '調理室': 900
  };
  var GENMEN = { '免除': 0, '半額': 0.5, 'なし': 1 };
  var KAIJOU_ERROR = '終了時刻は開始時刻より後にしてください。';
  var YASUMI = [0]; // 日曜は休館

  function toMinutes(time) {
    var parts = String(time || '').split(':');
    if (parts.length !== 2) {
      return NaN;
    }
    return Number(parts[0]) * 60 + Number(parts[1]);
  }

  function jikanSuu(record) {
    var start = toMinutes(record['開始時刻'].value);
    var end = toMinutes(record['終了時刻'].value);
    if (isNaN(start) || isNaN(end)) {
      return 0;
    }
    return Math.ceil((end - start) / 60);
  }

  function keisan(record) {
    var total = 0;
    var rows = record['利用室'].value;
    var jikan = jikanSuu(record);
    for (var i = 0; i < rows.length; i += 1) {
      var row = rows[i].value;
      var tanka = RYOUKIN[row['室名'].value] || 0;
      var kingaku = tanka * jikan;
      row['小計'].value = kingaku;
      total += kingaku;
    }
    var ritsu = GENMEN[record['減免区分'].value];
    if (ritsu === undefined) {
      ritsu = 1;
    }
    record['利用料金'].value = Math.floor(total * ritsu);
  }

  function kinshi(event) {
    event.record['利用料金'].disabled = true;
    $.each(event.record['利用室'].value, function (index, row) {
      row.value['小計'].disabled = true;
    });
  }

  kintone.events.on(['app.record.create.show', 'app.record.edit.show'], function (event) {
    kinshi(event);
    if (event.type === 'app.record.create.show') {
      event.record['減免区分'].value = 'なし';
    }
    return event;
  });

  kintone.events.on([
    'app.record.create.change.利用室', 'app.record.edit.change.利用室',
    'app.record.create.change.開始時刻', 'app.record.edit.change.開始時刻',
    'app.record.create.change.終了時刻', 'app.record.edit.change.終了時刻',
    'app.record.create.change.減免区分', 'app.record.edit.change.減免区分'
  ], function (event) {
    keisan(event.record);
    kinshi(event);
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function (event) {
    var record = event.record;
    var youbi = new Date(record['利用日'].value + 'T00:00:00').getDay();
    if (jikanSuu(record) <= 0) {
      record['終了時刻'].error = KAIJOU_ERROR;
      event.error = '入力内容を確認してください。';
    }
    if ($.inArray(youbi, YASUMI) >= 0) {
      record['利用日'].error = '休館日です。';
      event.error = '入力内容を確認してください。';
    }
    keisan(record);
    return event;
  });

  // 二重予約の確認
  function juufuku(record, recordId) {
    var rooms = $.map(record['利用室'].value, function (row) {
      return '"' + String(row.value['室名'].value).replace(/\\/g, '\\\\').replace(/"/g, '\\"') + '"';
    });
    var query = '利用日 = "' + String(record['利用日'].value).replace(/[^0-9-]/g, '') + '"' +
      ' and 室名 in (' + rooms.join(', ') + ')' +
      ' and $id != "' + Number(recordId || 0) + '"' +
      ' order by 開始時刻 asc limit 100';
    return kintone.api(kintone.api.url('/k/v1/records', true), 'GET', {
      app: kintone.app.getId(),
      query: query,
      fields: ['開始時刻', '終了時刻', '団体名']
    });
  }

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function (event) {
    return juufuku(event.record, event.recordId).then(function (resp) {
      var start = toMinutes(event.record['開始時刻'].value);
      var end = toMinutes(event.record['終了時刻'].value);
      var hit = $.grep(resp.records, function (other) {
        return toMinutes(other['開始時刻'].value) < end && start < toMinutes(other['終了時刻'].value);
      });
      if (hit.length > 0) {
        event.error = '同じ時間帯の予約が' + hit.length + '件あります。';
      }
      return event;
    }, function () {
      event.error = '予約の重なりを確認できませんでした。もう一度保存してください。';
      return event;
    });
  });

  // 使用許可書
  function gyou($table, midashi, naiyou) {
    var $tr = $('<tr>');
    $('<th>').text(midashi).appendTo($tr);
    $('<td>').text(naiyou).appendTo($tr);
    $tr.appendTo($table);
  }

  kintone.events.on('app.record.print.show', function (event) {
    var record = event.record;
    var space = kintone.app.record.getSpaceElement('kyokasho');
    if (!space) {
      return event;
    }
    var $table = $('<table>').addClass('kumin-kyokasho');
    gyou($table, '団体名', record['団体名'].value);
    gyou($table, '利用日', record['利用日'].value);
    gyou($table, '時間', record['開始時刻'].value + ' から ' + record['終了時刻'].value);
    gyou($table, '料金', Number(record['利用料金'].value).toLocaleString() + '円');
    $(space).empty().append($('<h2>').text('使用許可書'), $table);
    return event;
  });
})(jQuery);
