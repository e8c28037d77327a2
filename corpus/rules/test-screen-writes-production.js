(() => {
  'use strict';

  const HISTORY_APP = 12;
  const note = (text) => ({ 内容: { value: text } });

  kintone.events.on(['app.record.create.submit.success', 'mobile.app.record.create.submit.success'], async (event) => {
    const record = note(event.record.件名.value);
    await kintone.api(kintone.api.url('/k/v1/record.json', true), 'POST', { app: HISTORY_APP, record }); // expect: test-screen-writes-production
    await kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', { app: HISTORY_APP });
    return event;
  });

  kintone.events.on('app.record.index.delete.submit', (event) => {
    const requests = [{ method: 'PUT', api: '/k/v1/record/status.json', payload: { app: HISTORY_APP, id: 1, action: '閉じる' } }];
    return kintone.api('/k/v1/bulkRequest', 'POST', { requests }).then(() => event); // expect: test-screen-writes-production
  });

  kintone.events.on('app.record.edit.submit', (event) => {
    event.record.更新者.value = kintone.getLoginUser().name;
    return event;
  });
})();
