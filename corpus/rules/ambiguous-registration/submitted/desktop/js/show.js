(() => {
  'use strict';
  kintone.events.on('app.record.detail.show', (event) => event);
})();
