(function (PLUGIN_ID) {
  'use strict';

  var config = kintone.plugin.app.getConfig(PLUGIN_ID);
  if (!config || !config.people || !config.capacity) {
    return;
  }

  kintone.events.on('mobile.app.record.detail.show', function (event) {
    var people = Number(event.record[config.people].value);
    var capacity = Number(event.record[config.capacity].value);
    var space = kintone.mobile.app.getHeaderSpaceElement();
    var p = document.createElement('p');
    p.className = 'hinanjo-badge hinanjo-mobile';
    p.textContent = capacity > 0 ? 'あと' + Math.max(0, capacity - people) + '人' : '定員未設定';
    space.textContent = '';
    space.appendChild(p);
    return event;
  });
})(kintone.$PLUGIN_ID);
