/*
 * イベント申込受付プラグイン(スマートフォン)
 * Copyright (c) 2024 あおば電算株式会社(架空)
 */
(function (PLUGIN_ID) {
  'use strict';

  var config = kintone.plugin.app.getConfig(PLUGIN_ID);

  kintone.events.on('mobile.app.record.detail.show', function (event) {
    var space = kintone.mobile.app.getHeaderSpaceElement();
    var field = event.record[config.capacity];
    if (space && field) {
      var line = document.createElement('p');
      line.textContent = '定員 ' + field.value + '人 / ' + event.record.受付結果.value;
      space.appendChild(line);
    }
    return event;
  });
})(kintone.$PLUGIN_ID);
