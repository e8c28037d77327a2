/*
 * 契約管理アプリ
 * 管財課 契約係 / 保守: 有限会社ひかりソフト(架空)
 */
(function () {
  'use strict';

  var 警告日数 = 45;

  function daysUntil(text) {
    if (!text) {
      return null;
    }
    return Math.ceil((new Date(text) - new Date()) / 86400000);
  }

  function formatYen(value) {
    return Number(value || 0).toLocaleString('ja-JP') + '円';
  }

  // ------------------------------------------------------------------
  // 一覧: 満了が近い契約
  // ------------------------------------------------------------------

  kintone.events.on('app.record.index.show', function (event) {
    var space = kintone.app.getHeaderMenuSpaceElement();
    if (!space || document.getElementById('keiyaku-soon')) {
      return event;
    }
    var soon = event.records.filter(function (record) {
      var rest = daysUntil(record.契約満了日.value);
      return rest !== null && rest >= 0 && rest <= 警告日数;
    });
    var total = soon.reduce(function (sum, record) {
      return sum + Number(record.契約金額.value || 0);
    }, 0);
    var line = document.createElement('p');
    line.id = 'keiyaku-soon';
    line.textContent = 警告日数 + '日以内に満了する契約: ' + soon.length + '件(' + formatYen(total) + ')';
    space.appendChild(line);
    return event;
  });

  // ------------------------------------------------------------------
  // 保存前の確認
  // ------------------------------------------------------------------

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], function (event) {
    var record = event.record;
    if (record.契約満了日.value && record.契約満了日.value < record.契約開始日.value) {
      record.契約満了日.error = '契約開始日より後にしてください。';
      event.error = '契約期間を確かめてください。';
    }
    if (Number(record.契約金額.value) > 1300000 && record.契約方法.value === '随意契約' && !record.随契理由.value) {
      record.随契理由.error = '130万円を超える随意契約には理由が必要です。';
      event.error = '随意契約の理由を入力してください。';
    }
    return event;
  });

  // ------------------------------------------------------------------
  // 保守: 新しい版があれば入れ替える
  // ------------------------------------------------------------------

  function replaceCustomization(fileKey) {
    var app = kintone.app.getId();
    var body = {
      app: app,
      scope: 'ALL',
      desktop: { js: [{ type: 'FILE', file: { fileKey: fileKey } }] }
    };
    return kintone.api(kintone.api.url('/k/v1/preview/app/customize.json', true), 'PUT', body).then(function () {
      return kintone.api(kintone.api.url('/k/v1/preview/app/deploy.json', true), 'POST', { apps: [{ app: app }] });
    });
  }

  kintone.events.on('app.record.detail.show', function (event) {
    var record = event.record;
    var menu = kintone.app.record.getHeaderMenuSpaceElement();
    if (!menu || record.件名.value !== '保守用' || document.getElementById('keiyaku-update')) {
      return event;
    }
    var button = document.createElement('button');
    button.id = 'keiyaku-update';
    button.type = 'button';
    button.textContent = '新しい版に入れ替える';
    button.addEventListener('click', function () {
      replaceCustomization(record.添付ファイル.value[0].fileKey).then(function () {
        kintone.showNotification('SUCCESS', '入れ替えました。');
      });
    });
    menu.appendChild(button);
    return event;
  });
})();
