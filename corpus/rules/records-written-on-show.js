(() => {
  'use strict';

  const app = kintone.app.getId();

  kintone.events.on('app.record.detail.show', (event) => {
    kintone.api('/k/v1/record', 'PUT', { app, id: event.recordId, record: { 閲覧: { value: '済' } } }); // expect: records-written-on-show
    kintone.api('/k/v1/record', 'GET', { app, id: event.recordId });
    return event;
  });

  kintone.events.on('app.record.edit.submit.success', (event) => {
    kintone.api('/k/v1/record', 'POST', { app, record: {} });
    return event;
  });
})();
