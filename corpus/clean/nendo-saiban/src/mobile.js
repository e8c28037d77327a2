(function (PLUGIN_ID, saiban) {
  'use strict';

  var config = kintone.plugin.app.getConfig(PLUGIN_ID);
  if (!config || !config.field) {
    return;
  }

  kintone.events.on('mobile.app.record.create.submit', function (event) {
    var date = event.record[config.date] && event.record[config.date].value;
    return saiban.next(config, kintone.mobile.app.getId(), date).then(function (number) {
      event.record[config.field].value = number;
      return event;
    }).catch(function (error) {
      event.error = '番号を決められませんでした: ' + error.message;
      return event;
    });
  });
})(kintone.$PLUGIN_ID, window.nendoSaiban);
