(() => {
  'use strict';

  const keep = (event) => event;
  kintone.events.on('app.record.detail.shown', keep); // expect: unknown-event
  kintone.events.on(['app.record.create.submit', 'app.record.update.submit'], keep); // expect: unknown-event
  kintone.events.on('mobile.app.record.print.show', keep); // expect: unknown-event

  kintone.events.on('app.record.create.submit', keep);
  kintone.events.on(['app.record.edit.show', 'mobile.app.record.edit.show'], keep);
  const FIELD = '数量';
  kintone.events.on('app.record.edit.change.' + FIELD, keep);
  kintone.events.on(`app.record.index.edit.change.${FIELD}`, keep);
  kintone.events.on('mobile.app.record.detail.process.proceed', keep);
  kintone.events.on('space.portal.show', keep);
})();
