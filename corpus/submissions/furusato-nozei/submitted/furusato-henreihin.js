/**
 * ふるさと納税 返礼品管理
 * 一覧に発送状況の集計と、寄附者ごとの返礼品の表を出す
 */
jQuery.noConflict();
(function ($) {
  'use strict';

  var STATES = ['受付', '発注済', '発送済', '到着確認'];

  function countByState(records) {
    var counts = {};
    $.each(STATES, function (i, state) {
      counts[state] = 0;
    });
    $.each(records, function (i, record) {
      var state = record['発送状況'].value;
      counts[state] = (counts[state] || 0) + 1;
    });
    return counts;
  }

  function formatYen(value) {
    return Number(value || 0).toLocaleString('ja-JP') + '円';
  }

  // 集計の行(数だけなので文字として入れる)
  function showSummary($space, records) {
    var counts = countByState(records);
    var $list = $('<ul>').addClass('furusato-summary');
    $.each(STATES, function (i, state) {
      $list.append($('<li>').text(state + ' ' + counts[state] + '件'));
    });
    $space.append($list);
  }

  // 寄附者ごとの表
  function showTable($space, records) {
    var $table = $('<table class="furusato-table"><tbody></tbody></table>');
    var $body = $table.find('tbody');
    $.each(records, function (i, record) {
      $body.append(
        '<tr><td>' + record['寄附者氏名'].value + '</td>' +
        '<td>' + formatYen(record['寄附金額'].value) + '</td>' +
        '<td class="item">' + record['返礼品名'].value + '</td></tr>'
      );
      if (record['配送時の注意'].value) {
        $body.find('tr:last .item').append($('<p>').text(record['配送時の注意'].value));
      }
    });
    $space.append($table);
  }

  kintone.events.on('app.record.index.show', function (event) {
    var space = kintone.app.getHeaderSpaceElement();
    if (!space || event.viewName !== '発送管理') {
      return event;
    }
    var $space = $(space).empty();
    showSummary($space, event.records);
    showTable($space, event.records);
    return event;
  });

  // 事業者への指示を画面の上に出す
  kintone.events.on('app.record.detail.show', function (event) {
    var record = event.record;
    var $menu = $(kintone.app.record.getHeaderMenuSpaceElement());
    if (record['発送状況'].value === '発注済') {
      $menu.html('<span class="furusato-note">発送期限: ' + record['発送期限'].value + '</span>');
    }
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function (event) {
    var record = event.record;
    var limit = Math.floor(Number(record['寄附金額'].value) * 0.3);
    if (Number(record['返礼品調達額'].value) > limit) {
      record['返礼品調達額'].error = '返礼品は寄附額の3割(' + formatYen(limit) + ')以下にしてください。';
      event.error = '返礼品の調達額を確かめてください。';
    }
    if (record['発送状況'].value === '発送済' && !record['伝票番号'].value) {
      record['伝票番号'].error = '発送済にするときは伝票番号が必要です。';
      event.error = '伝票番号を入力してください。';
    }
    return event;
  });
})(jQuery);
