/**
 * 公用車予約アプリ(パソコン版)
 *
 * 2023-05-10 新規作成
 * 2024-02-01 運転日報への転記を追加
 * 2025-11-18 予約の重なりの確認を保存前に移動
 */
(function ($) {
  'use strict';

  // 車両ごとの色(予約表の凡例と同じ)
  var CAR_COLORS = {
    '軽自動車1号': '#4e79a7',
    '軽自動車2号': '#59a14f',
    '普通車1号': '#f28e2b',
    'ワゴン車': '#b07aa1',
    'マイクロバス': '#9c755f'
  };
  var DEFAULT_COLOR = '#79706e';
  var OPEN_HOUR = 8;
  var CLOSE_HOUR = 20;

  /** 日時の文字列を、予約表の横位置(0から100)にする */
  function toPosition(dateTime) {
    var date = new Date(dateTime);
    var hours = date.getHours() + date.getMinutes() / 60;
    var position = ((hours - OPEN_HOUR) / (CLOSE_HOUR - OPEN_HOUR)) * 100;
    return Math.max(0, Math.min(100, position));
  }

  /** '2025-11-18T09:30:00Z' を '9:30' にする */
  function toTime(dateTime) {
    var date = new Date(dateTime);
    var minutes = date.getMinutes();
    return date.getHours() + ':' + (minutes < 10 ? '0' + minutes : minutes);
  }

  function isSameDay(left, right) {
    var a = new Date(left);
    var b = new Date(right);
    return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
  }

  // ------------------------------------------------------------------
  // 一覧: 今日の予約表
  // ------------------------------------------------------------------

  function buildBar(record) {
    var left = toPosition(record['出発日時'].value);
    var right = toPosition(record['帰庁日時'].value);
    var car = record['車両'].value;
    return $('<div>')
      .addClass('koyosha-bar')
      .css({
        left: left + '%',
        width: (right - left) + '%',
        backgroundColor: CAR_COLORS[car] || DEFAULT_COLOR
      })
      .attr('title', record['用務先'].value)
      .text(toTime(record['出発日時'].value) + ' ' + record['使用課'].value);
  }

  function buildRow(car, records) {
    var $lane = $('<div>').addClass('koyosha-lane');
    $.each(records, function (index, record) {
      if (record['車両'].value === car) {
        $lane.append(buildBar(record));
      }
    });
    return $('<div>')
      .addClass('koyosha-row')
      .append($('<div>').addClass('koyosha-car').text(car))
      .append($lane);
  }

  function buildScale() {
    var $scale = $('<div>').addClass('koyosha-lane koyosha-scale');
    for (var hour = OPEN_HOUR; hour <= CLOSE_HOUR; hour += 2) {
      $scale.append(
        $('<span>')
          .addClass('koyosha-hour')
          .css('left', ((hour - OPEN_HOUR) / (CLOSE_HOUR - OPEN_HOUR)) * 100 + '%')
          .text(hour + '時')
      );
    }
    return $('<div>').addClass('koyosha-row').append($('<div>').addClass('koyosha-car')).append($scale);
  }

  kintone.events.on('app.record.index.show', function (event) {
    var space = kintone.app.getHeaderSpaceElement();
    if (!space || $('#koyosha-table').length > 0) {
      return event;
    }
    var now = new Date();
    var today = $.grep(event.records, function (record) {
      return isSameDay(record['出発日時'].value, now);
    });
    var $table = $('<div>').attr('id', 'koyosha-table').addClass('koyosha-table');
    $table.append($('<h3>').text('今日の予約(' + today.length + '件)'));
    $table.append(buildScale());
    $.each(Object.keys(CAR_COLORS), function (index, car) {
      $table.append(buildRow(car, today));
    });
    $(space).append($table);
    return event;
  });

  // ------------------------------------------------------------------
  // 入力: 重なりの確認
  // ------------------------------------------------------------------

  function overlaps(one, other) {
    return new Date(one['出発日時'].value) < new Date(other['帰庁日時'].value)
      && new Date(other['出発日時'].value) < new Date(one['帰庁日時'].value);
  }

  function fetchUpcoming() {
    var params = {
      app: kintone.app.getId(),
      query: '帰庁日時 >= NOW() and 状態 not in ("取消") order by 出発日時 asc limit 500',
      fields: ['$id', '車両', '出発日時', '帰庁日時', '使用課']
    };
    return kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', params);
  }

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function (event) {
    var record = event.record;
    if (!record['出発日時'].value || !record['帰庁日時'].value) {
      return event;
    }
    if (new Date(record['出発日時'].value) >= new Date(record['帰庁日時'].value)) {
      record['帰庁日時'].error = '帰庁日時は出発日時より後にしてください。';
      event.error = '日時を確かめてください。';
      return event;
    }
    return fetchUpcoming().then(function (answer) {
      var own = record.$id ? record.$id.value : '';
      var clash = $.grep(answer.records, function (other) {
        return other.$id.value !== own && other['車両'].value === record['車両'].value && overlaps(record, other);
      });
      if (clash.length > 0) {
        event.error = '同じ時間に ' + clash[0]['使用課'].value + ' の予約があります。';
      }
      return event;
    }, function () {
      event.error = '予約の重なりを確認できませんでした。時間をおいて保存し直してください。';
      return event;
    });
  });

  kintone.events.on(['app.record.create.show', 'app.record.edit.show'], function (event) {
    var record = event.record;
    record['走行距離'].disabled = record['状態'].value !== '使用中';
    record['給油量'].disabled = record['状態'].value !== '使用中';
    if (event.type === 'app.record.create.show') {
      record['状態'].value = '予約';
    }
    return event;
  });

  // ------------------------------------------------------------------
  // 詳細: 運転日報を印刷する
  // ------------------------------------------------------------------

  function addLine($body, label, value) {
    $body.append(
      $('<tr>').append($('<th>').text(label)).append($('<td>').text(value || ''))
    );
  }

  function showReport(record) {
    var $body = $('<tbody>');
    addLine($body, '車両', record['車両'].value);
    addLine($body, '使用課', record['使用課'].value);
    addLine($body, '運転者', $.map(record['運転者'].value, function (user) { return user.name; }).join('、'));
    addLine($body, '用務先', record['用務先'].value);
    addLine($body, '出発', toTime(record['出発日時'].value));
    addLine($body, '帰庁', toTime(record['帰庁日時'].value));
    addLine($body, '走行距離', record['走行距離'].value ? record['走行距離'].value + ' km' : '');
    $('#koyosha-report').remove();
    $('<table>').attr('id', 'koyosha-report').addClass('koyosha-report').append($body)
      .appendTo(kintone.app.record.getSpaceElement('日報'));
    window.print();
  }

  kintone.events.on('app.record.detail.show', function (event) {
    var menu = kintone.app.record.getHeaderMenuSpaceElement();
    if (event.record['状態'].value !== '使用済' || $('#koyosha-print').length > 0) {
      return event;
    }
    $('<button>')
      .attr({ id: 'koyosha-print', type: 'button' })
      .addClass('koyosha-button')
      .text('運転日報を印刷')
      .on('click', function () {
        showReport(event.record);
      })
      .appendTo(menu);
    return event;
  });
})(jQuery.noConflict(true));
