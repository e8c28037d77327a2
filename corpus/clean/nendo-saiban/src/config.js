(function (PLUGIN_ID, saiban) {
  'use strict';

  var $ = function (id) {
    return document.getElementById('saiban-' + id);
  };

  function option(select, field, selected) {
    var element = document.createElement('option');
    element.value = field.code;
    element.textContent = field.label + ' [' + field.code + ']';
    element.selected = field.code === selected;
    select.appendChild(element);
  }

  function showSample() {
    $('sample').textContent = '例: ' + saiban.format($('format').value, saiban.fiscalYear(), 12);
  }

  function leave() {
    window.history.back();
  }

  function save() {
    var config = { field: $('field').value, date: $('date').value, format: $('format').value };
    if (!config.field) {
      $('error').textContent = '番号を入れるフィールドを選んでください。';
      return;
    }
    if (!/\{番号(?::\d)?\}/.test(config.format)) {
      $('error').textContent = '番号の形に {番号:4} のような部分を入れてください。';
      return;
    }
    kintone.plugin.app.setConfig(config);
  }

  var saved = kintone.plugin.app.getConfig(PLUGIN_ID) || {};
  if (saved.format) {
    $('format').value = saved.format;
  }

  kintone.api(kintone.api.url('/k/v1/preview/app/form/fields', true), 'GET', { app: kintone.app.getId() }).then(function (resp) {
    Object.keys(resp.properties).forEach(function (code) {
      var field = resp.properties[code];
      if (field.type === 'SINGLE_LINE_TEXT') {
        option($('field'), field, saved.field);
      } else if (field.type === 'DATE') {
        option($('date'), field, saved.date);
      }
    });
  }, function (error) {
    $('error').textContent = 'フィールドを読み込めません: ' + error.message;
  });

  $('format').addEventListener('input', showSample);
  $('save').addEventListener('click', save);
  $('back').addEventListener('click', leave);
  showSample();
})(kintone.$PLUGIN_ID, window.nendoSaiban);
