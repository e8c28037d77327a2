(() => {
  'use strict';

  const app = kintone.app.getId();

  kintone.events.on(['app.record.index.show', 'mobile.app.record.index.show'], async (event) => {
    await kintone.api('/k/v1/records', 'DELETE', { app, ids: [1, 2] }); // expect: records-deleted-on-show
    return event;
  });

  const clean = (ids) => kintone.api('/k/v1/records', 'DELETE', { app, ids }); // expect: records-deleted-on-show
  kintone.events.on('app.record.detail.show', (event) => {
    clean([event.recordId]);
    return event;
  });

  // ボタンを押したときにだけ動く
  kintone.events.on('app.record.detail.show', (event) => {
    const button = document.createElement('button');
    button.addEventListener('click', async () => {
      if (confirm('削除しますか')) {
        await kintone.api('/k/v1/records', 'DELETE', { app, ids: [event.recordId] });
      }
    });
    kintone.app.record.getHeaderMenuSpaceElement().append(button);
    return event;
  });
  kintone.events.on('app.record.edit.submit.success', (event) => {
    kintone.api('/k/v1/records', 'DELETE', { app, ids: [3] });
    return event;
  });
})();
