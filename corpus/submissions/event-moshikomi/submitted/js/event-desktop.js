/*
 * イベント申込受付プラグイン
 * Copyright (c) 2024 あおば電算株式会社(架空)
 */
(function (PLUGIN_ID) {
  'use strict';

  var config = kintone.plugin.app.getConfig(PLUGIN_ID);
  var LINE_PUSH = 'https://api.line.me/v2/bot/message/push';

  if (!config || !config.lineToken) {
    return;
  }

  // ---- 受付結果の通知 --------------------------------------------------------------------------

  // 設定画面で書かれた式から通知文を作る
  function buildMessage(record) {
    var formula = new Function('record', 'return ' + config.messageFormula);
    return formula(record);
  }

  function push(record) {
    var headers = {
      'Content-Type': 'application/json',
      Authorization: 'Bearer ' + config.lineToken
    };
    var body = {
      to: record.LINEユーザーID.value,
      messages: [{ type: 'text', text: buildMessage(record) }]
    };
    return kintone.proxy(LINE_PUSH, 'POST', headers, body);
  }

  kintone.events.on('app.record.edit.submit.success', function (event) {
    var record = event.record;
    if (record.受付結果.value !== '受付' || record.通知済.value.length > 0) {
      return event;
    }
    return push(record).then(function (args) {
      if (args[1] !== 200) {
        kintone.showNotification('ERROR', 'LINEで通知できませんでした。電話で知らせてください。');
      }
      return event;
    });
  });

  // ---- 定員の確認 ------------------------------------------------------------------------------

  function countAccepted() {
    return kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
      app: kintone.app.getId(),
      query: '受付結果 in ("受付") limit 1',
      totalCount: true
    }).then(function (answer) {
      return Number(answer.totalCount);
    });
  }

  kintone.events.on('app.record.create.submit', function (event) {
    var record = event.record;
    var field = record[config.capacity];
    if (!field || !field.value) {
      return event;
    }
    return countAccepted().then(function (count) {
      if (count >= Number(field.value)) {
        record.受付結果.value = 'キャンセル待ち';
      }
      return event;
    });
  });

  // ---- 一覧の見出し ----------------------------------------------------------------------------

  kintone.events.on('app.record.index.show', function (event) {
    var space = kintone.app.getHeaderMenuSpaceElement();
    if (!space || document.getElementById('event-count')) {
      return event;
    }
    var count = document.createElement('span');
    count.id = 'event-count';
    count.className = 'event-count';
    space.appendChild(count);
    return countAccepted().then(function (accepted) {
      count.textContent = '受付済 ' + accepted + '人';
      return event;
    });
  });

  // 当日の受付表(名札)
  function buildBadge(record) {
    var badge = document.createElement('div');
    var name = document.createElement('strong');
    name.textContent = record.申込者氏名.value;
    var number = document.createElement('span');
    number.textContent = '受付番号 ' + record.受付番号.value;
    badge.className = 'event-badge';
    badge.appendChild(number);
    badge.appendChild(name);
    return badge;
  }

  kintone.events.on('app.record.print.show', function (event) {
    var space = kintone.app.record.getSpaceElement('名札');
    if (space) {
      space.appendChild(buildBadge(event.record));
    }
    return event;
  });
})(kintone.$PLUGIN_ID);
