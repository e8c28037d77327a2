/*
 * イベント申込受付プラグイン 設定画面
 * Copyright (c) 2024 あおば電算株式会社(架空)
 */
(function (PLUGIN_ID) {
  'use strict';

  var form = document.getElementById('event-config-form');
  var capacity = document.getElementById('event-capacity');
  var token = document.getElementById('event-token');
  var message = document.getElementById('event-message');

  function restore() {
    var config = kintone.plugin.app.getConfig(PLUGIN_ID);
    capacity.value = config.capacity || '定員';
    token.value = config.lineToken || '';
    if (config.messageFormula) {
      message.value = config.messageFormula;
    }
  }

  function findMistake() {
    if (!capacity.value.trim()) {
      return '定員のフィールドを入力してください。';
    }
    if (!token.value.trim()) {
      return 'トークンを入力してください。';
    }
    return '';
  }

  form.addEventListener('submit', function (submitted) {
    submitted.preventDefault();
    var mistake = findMistake();
    if (mistake) {
      kintone.showNotification('ERROR', mistake);
      return;
    }
    kintone.plugin.app.setConfig({
      capacity: capacity.value.trim(),
      lineToken: token.value.trim(),
      messageFormula: message.value
    }, function () {
      kintone.showNotification('SUCCESS', '保存しました。アプリを更新してください。');
    });
  });

  document.getElementById('event-cancel').addEventListener('click', function () {
    window.history.back();
  });

  restore();
})(kintone.$PLUGIN_ID);
