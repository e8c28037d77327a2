(() => {
  'use strict';
  kintone.events.on('app.record.detail.show', (event) => event);
  kintone.events.on(['app.record.edit.submit', 'mobile.app.record.edit.submit'], (event) => event);
})();
