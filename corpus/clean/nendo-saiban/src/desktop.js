(function (PLUGIN_ID, saiban) {
  'use strict';

  var config = kintone.plugin.app.getConfig(PLUGIN_ID);
  if (!config || !config.field) {
    return;
  }

  kintone.events.on(['app.record.create.show', 'app.record.edit.show', 'app.record.index.edit.show'], function (event) {
    var field = event.record[config.field];
    if (field) {
      field.disabled = true;
      if (event.reuse) {
        field.value = '';
      }
    }
    return event;
  });

  kintone.events.on('app.record.create.submit', function (event) {
    var date = event.record[config.date] && event.record[config.date].value;
    return saiban.next(config, kintone.app.getId(), date).then(function (number) {
      event.record[config.field].value = number;
      return event;
    }).catch(function (error) {
      event.error = '番号を決められませんでした: ' + error.message;
      return event;
    });
  });
})(kintone.$PLUGIN_ID, window.nendoSaiban);
