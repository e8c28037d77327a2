jQuery.noConflict();
(function($) {
  'use strict';

  var STORAGE_KEY = 'kondate.columns';
  var ALLERGENS = ['卵', '乳', '小麦', 'えび', 'かに', 'そば', '落花生', 'くるみ'];
  var COLUMN_CHOICES = ['主食', '主菜', '副菜', '汁物', 'デザート'];

  // 表示する列の好みだけを端末に覚える(レコードの内容は入れない)
  function loadColumns() {
    var saved = null;
    try {
      saved = JSON.parse(window.localStorage.getItem(STORAGE_KEY));
    } catch (e) {
      saved = null;
    }
    if (!$.isArray(saved)) {
      return COLUMN_CHOICES;
    }
    return $.grep(COLUMN_CHOICES, function(name) {
      return $.inArray(name, saved) >= 0;
    });
  }

  function saveColumns(columns) {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify(columns));
  }

  function weekOf(dateText) {
    var date = new Date(dateText + 'T00:00:00');
    var monday = new Date(date);
    monday.setDate(date.getDate() - ((date.getDay() + 6) % 7));
    return (monday.getMonth() + 1) + '月' + monday.getDate() + '日の週';
  }

  function groupByWeek(records) {
    var weeks = {};
    $.each(records, function(i, record) {
      var key = weekOf(record['提供日'].value);
      (weeks[key] = weeks[key] || []).push(record);
    });
    return weeks;
  }

  function allergenIcons(record) {
    var contained = record['アレルゲン'].value;
    return $.map(ALLERGENS, function(name) {
      if (contained.indexOf(name) === -1) {
        return null;
      }
      return $('<span class="kondate-allergen">').text(name).attr('title', name + 'を含みます')[0];
    });
  }

  function buildDay(record, columns) {
    var $card = $('<div class="kondate-card"/>');
    var $list = $('<ul/>');
    $('<h4/>').text(record['提供日'].value.replace(/-/g, '/')).appendTo($card);
    $.each(columns, function(i, column) {
      var value = record[column] && record[column].value;
      if (value) {
        $('<li/>').append($('<b/>').text(column + ': '), document.createTextNode(value)).appendTo($list);
      }
    });
    $card.append($list);
    $card.append(allergenIcons(record));
    $card.append($('<small/>').text('エネルギー ' + Number(record['エネルギー'].value).toFixed(0) + 'kcal'));
    return $card;
  }

  function render($root, records) {
    var columns = loadColumns();
    $root.empty();
    $.each(groupByWeek(records), function(week, days) {
      var $week = $('<section class="kondate-week"></section>');
      $week.append('<h3></h3>').find('h3').text(week);
      days.sort(function(a, b) {
        return a['提供日'].value < b['提供日'].value ? -1 : 1;
      });
      $.each(days, function(i, record) {
        $week.append(buildDay(record, columns));
      });
      $root.append($week);
    });
  }

  function buildChooser($root, records) {
    var $chooser = $('<fieldset class="kondate-chooser"><legend>表示する項目</legend></fieldset>');
    var selected = loadColumns();
    $.each(COLUMN_CHOICES, function(i, name) {
      var $check = $('<input type="checkbox">').val(name).prop('checked', $.inArray(name, selected) >= 0);
      $('<label></label>').append($check).append(' ' + name).appendTo($chooser);
    });
    $chooser.on('change', 'input', function() {
      var columns = $chooser.find('input:checked').map(function() {
        return $(this).val();
      }).get();
      saveColumns(columns);
      render($root, records);
    });
    return $chooser;
  }

  kintone.events.on(['app.record.index.show', 'mobile.app.record.index.show'], function(event) {
    var isMobile = event.type.indexOf('mobile.') === 0;
    var header = isMobile ? kintone.mobile.app.getHeaderSpaceElement() : kintone.app.getHeaderSpaceElement();
    var $root;
    if (!header || $('#kondate-root').length > 0) {
      return event;
    }
    $root = $('<div id="kondate-root"></div>');
    $(header).append(buildChooser($root, event.records)).append($root);
    render($root, event.records);
    return event;
  });

  // 同じ日の献立が2件にならないようにする
  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function(event) {
    return new kintone.Promise(function(resolve) {
      var id = event.recordId || 0;
      var date = event.record['提供日'].value;
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
        event.record['提供日'].error = '日付を入力してください。';
        resolve(event);
        return;
      }
      kintone.api(kintone.api.url('/k/v1/records', true), 'GET', {
        app: kintone.app.getId(),
        query: '提供日 = "' + date + '" and $id != "' + id + '" limit 1'
      }, function(resp) {
        if (resp.records.length > 0) {
          event.error = 'この日の献立はすでに登録されています。';
        }
        resolve(event);
      }, function() {
        event.error = '重複を確かめられませんでした。時間をおいて保存してください。';
        resolve(event);
      });
    });
  });
})(jQuery);
