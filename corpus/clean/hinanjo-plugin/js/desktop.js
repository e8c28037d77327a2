(function (PLUGIN_ID) {
  'use strict';

  var config = kintone.plugin.app.getConfig(PLUGIN_ID);
  if (!config || !config.people || !config.capacity) {
    return;
  }

  var levels;
  try {
    levels = JSON.parse(config.levels || '[]');
  } catch (e) {
    levels = [];
  }

  function rate(record) {
    var people = Number(record[config.people].value);
    var capacity = Number(record[config.capacity].value);
    return capacity > 0 ? Math.round((people / capacity) * 100) : null;
  }

  function levelOf(percent) {
    var found = -1;
    levels.forEach(function (level, index) {
      if (percent !== null && percent >= level.from) {
        found = index;
      }
    });
    return found;
  }

  function badge(percent) {
    var index = levelOf(percent);
    var span = document.createElement('span');
    span.className = 'hinanjo-badge hinanjo-level' + Math.max(0, Math.min(index, 4));
    span.textContent = percent === null ? '定員未設定' : (index < 0 ? '' : levels[index].label + ' ') + percent + '%';
    return span;
  }

  kintone.events.on('app.record.index.show', function (event) {
    var elements = kintone.app.getFieldElements(config.people);
    if (!elements) {
      return event;
    }
    elements.forEach(function (element, index) {
      element.appendChild(badge(rate(event.records[index])));
    });
    return event;
  });

  kintone.events.on('app.record.detail.show', function (event) {
    var header = kintone.app.record.getHeaderMenuSpaceElement();
    var total;
    if (!header || header.querySelector('.hinanjo-badge')) {
      return event;
    }
    total = document.createElement('div');
    total.setAttribute('role', 'status');
    total.appendChild(badge(rate(event.record)));
    header.appendChild(total);
    return event;
  });
})(kintone.$PLUGIN_ID);
