// 年金窓口の受付票。番号札の発行、待ち時間の表示、担当への引き継ぎ。
(function () {
  'use strict';

  var APP_UKETSUKE = 301;
  var FIELD = {
    bango: '受付番号',
    youken: '用件',
    uketsuke: '受付日時',
    owari: '終了日時',
    tantou: '担当者',
    memo: '引継ぎ事項'
  };
  var YOUKEN_KIGOU = { '加入': 'A', '免除申請': 'B', '裁定請求': 'C', 'その他': 'Z' };

  var Madoguchi = {
    escapeHtml: function (text) {
      return String(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;');
    },

    today: function () {
      return moment().format('YYYY-MM-DD');
    },

    nextNumber: function (youken) {
      var kigou = YOUKEN_KIGOU[youken] || 'Z';
      var params = {
        app: APP_UKETSUKE,
        query: FIELD.uketsuke + ' >= TODAY() and ' + FIELD.bango + ' like "' + kigou + '" order by $id desc limit 1',
        fields: [FIELD.bango]
      };
      return kintone.api(kintone.api.url('/k/v1/records', true), 'GET', params).then(function (resp) {
        var last = resp.records.length ? resp.records[0][FIELD.bango].value : kigou + '000';
        var number = parseInt(last.slice(1), 10) + 1;
        return kigou + ('00' + number).slice(-3);
      });
    },

    waiting: function (records) {
      var minutes = records.filter(function (record) {
        return record[FIELD.owari].value;
      }).map(function (record) {
        return moment(record[FIELD.owari].value).diff(moment(record[FIELD.uketsuke].value), 'minutes');
      });
      if (minutes.length === 0) {
        return null;
      }
      return Math.round(minutes.reduce(function (sum, each) { return sum + each; }, 0) / minutes.length);
    },

    row: function (record) {
      var self = this;
      var cells = [FIELD.bango, FIELD.youken, FIELD.memo].map(function (code) {
        return '<td>' + self.escapeHtml(record[code].value || '') + '</td>';
      });
      return '<tr>' + cells.join('') + '</tr>';
    },

    table: function (records) {
      var self = this;
      return '<table class="nenkin-table"><thead><tr><th>番号</th><th>用件</th><th>引継ぎ</th></tr></thead><tbody>' +
        records.map(function (record) { return self.row(record); }).join('') + '</tbody></table>';
    },

    confirmFinish: function () {
      return swal({
        title: '対応を終えますか',
        text: '終了時刻を記録します。',
        icon: 'info',
        buttons: ['戻る', '終える']
      });
    }
  };

  kintone.events.on('app.record.create.submit', function (event) {
    var record = event.record;
    if (record[FIELD.bango].value) {
      return event;
    }
    return Madoguchi.nextNumber(record[FIELD.youken].value).then(function (number) {
      record[FIELD.bango].value = number;
      return event;
    });
  });

  kintone.events.on('app.record.index.show', function (event) {
    var header = kintone.app.getHeaderSpaceElement();
    var box = document.getElementById('nenkin-waiting');
    if (box) {
      box.parentNode.removeChild(box);
    }
    box = document.createElement('div');
    box.id = 'nenkin-waiting';
    var average = Madoguchi.waiting(event.records);
    box.textContent = average === null ? 'まだ終わった受付はありません' : '平均の対応時間は約' + average + '分です';
    header.appendChild(box);
    if (event.viewName === '引継ぎ') {
      var list = document.createElement('div');
      list.innerHTML = Madoguchi.table(event.records);
      box.appendChild(list);
    }
    return event;
  });

  kintone.events.on('app.record.detail.show', function (event) {
    var space = kintone.app.record.getHeaderMenuSpaceElement();
    if (!space || event.record[FIELD.owari].value || document.getElementById('nenkin-finish')) {
      return event;
    }
    var button = document.createElement('button');
    button.id = 'nenkin-finish';
    button.type = 'button';
    button.textContent = '対応を終える';
    button.addEventListener('click', function () {
      Madoguchi.confirmFinish().then(function (yes) {
        if (!yes) {
          return null;
        }
        var changes = {};
        changes[FIELD.owari] = { value: moment().toISOString() };
        changes[FIELD.tantou] = { value: [{ code: kintone.getLoginUser().code }] };
        return kintone.api(kintone.api.url('/k/v1/record', true), 'PUT', {
          app: kintone.app.getId(),
          id: kintone.app.record.getId(),
          record: changes
        }).then(function () {
          location.reload();
        }, function (error) {
          swal('エラー', error.message, 'error');
        });
      });
    });
    space.appendChild(button);
    return event;
  });

  kintone.events.on(['mobile.app.record.create.show', 'mobile.app.record.edit.show'], function (event) {
    event.record[FIELD.bango].disabled = true;
    return event;
  });
})();
