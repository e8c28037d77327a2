/*
 * 会議室予約アプリ
 * 管財課 庁舎管理係
 * 平成29年4月  新規
 * 令和 6年10月  空き状況の画面を追加
 */
(function () {
  'use strict';

  var ROOMS = ['第1会議室', '第2会議室', '第3会議室', '大会議室', '相談室'];
  var FIRST_HOUR = 8;
  var LAST_HOUR = 19;
  var shownDay = new Date();

  function twoDigits(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function dayText(date) {
    return date.getFullYear() + '-' + twoDigits(date.getMonth() + 1) + '-' + twoDigits(date.getDate());
  }

  function clear(element) {
    while (element.firstChild) {
      element.removeChild(element.firstChild);
    }
  }

  function addCell(row, name, text, className) {
    var cell = document.createElement(name);
    cell.appendChild(document.createTextNode(text));
    if (className) {
      cell.className = className;
    }
    row.appendChild(cell);
    return cell;
  }

  // ------------------------------------------------------------------
  // 空き状況の画面(カスタマイズビュー)
  // ------------------------------------------------------------------

  function fetchDay(date) {
    var start = new Date(date.getFullYear(), date.getMonth(), date.getDate());
    var end = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
    return kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
      app: kintone.app.getId(),
      query: '開始日時 < "' + end.toISOString() + '" and 終了日時 > "' + start.toISOString() + '" and 状態 not in ("取消") limit 500',
      fields: ['$id', '会議室', '開始日時', '終了日時', '会議名', '予約課']
    });
  }

  function isBooked(record, room, date, hour) {
    var from = new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour);
    var to = new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour + 1);
    return record['会議室'].value === room
      && new Date(record['開始日時'].value) < to
      && new Date(record['終了日時'].value) > from;
  }

  function drawHours() {
    var row = document.getElementById('kaigi-hours');
    var hour;
    clear(row);
    addCell(row, 'th', '会議室');
    for (hour = FIRST_HOUR; hour <= LAST_HOUR; hour += 1) {
      addCell(row, 'th', hour + '時');
    }
  }

  function drawRoom(body, room, records) {
    var row = document.createElement('tr');
    var hour;
    var found;
    var cell;
    addCell(row, 'th', room);
    for (hour = FIRST_HOUR; hour <= LAST_HOUR; hour += 1) {
      found = null;
      records.forEach(function (record) {
        if (isBooked(record, room, shownDay, hour)) {
          found = record;
        }
      });
      cell = addCell(row, 'td', found ? found['予約課'].value : '', found ? 'kaigi-booked' : 'kaigi-free');
      if (found) {
        cell.title = found['会議名'].value;
      }
    }
    body.appendChild(row);
  }

  function draw() {
    var body = document.getElementById('kaigi-rooms');
    document.getElementById('kaigi-day').textContent = dayText(shownDay);
    return fetchDay(shownDay).then(function (answer) {
      clear(body);
      drawHours();
      ROOMS.forEach(function (room) {
        drawRoom(body, room, answer.records);
      });
    });
  }

  function move(days) {
    shownDay.setDate(shownDay.getDate() + days);
    draw();
  }

  kintone.events.on('app.record.index.show', function (event) {
    if (event.viewName !== '空き状況') {
      return event;
    }
    document.getElementById('kaigi-before').onclick = function () {
      move(-1);
    };
    document.getElementById('kaigi-after').onclick = function () {
      move(1);
    };
    return draw().then(function () {
      return event;
    });
  });

  // ------------------------------------------------------------------
  // 予約の入力
  // ------------------------------------------------------------------

  kintone.events.on(['app.record.create.show', 'app.record.edit.show'], function (event) {
    event.record['承認者'].disabled = true;
    return event;
  });

  kintone.events.on([
    'app.record.create.change.会議室',
    'app.record.edit.change.会議室'
  ], function (event) {
    var isLarge = event.record['会議室'].value === '大会議室';
    event.record['状態'].value = isLarge ? '承認待ち' : '予約済';
    kintone.app.record.setFieldShown('使用目的', isLarge);
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function (event) {
    var record = event.record;
    var start = new Date(record['開始日時'].value);
    var end = new Date(record['終了日時'].value);
    if (!(start < end)) {
      record['終了日時'].error = '開始日時より後にしてください。';
      event.error = '日時を確かめてください。';
      return event;
    }
    return fetchDay(start).then(function (answer) {
      var clash = answer.records.filter(function (other) {
        return (!record.$id || other.$id.value !== record.$id.value)
          && other['会議室'].value === record['会議室'].value
          && new Date(other['開始日時'].value) < end
          && new Date(other['終了日時'].value) > start;
      });
      if (clash.length > 0) {
        event.error = 'この時間は「' + clash[0]['会議名'].value + '」で使われています。';
      }
      return event;
    });
  });
})();
