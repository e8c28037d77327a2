(() => {
  'use strict';

  const link = document.createElement('a');

  const read = () => kintone.api('/k/v1/records.json', 'GET', { app: kintone.app.getId() }); // expect: kintone-url-by-hand
  const readWell = () => kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', { app: kintone.app.getId() });

  kintone.events.on('app.record.detail.show', async (event) => {
    link.href = '/k/' + kintone.app.getId() + '/'; // expect: kintone-url-by-hand
    link.href = `/k/${kintone.app.getId()}/show#record=1`; // expect: kintone-url-by-hand
    link.href = await kintone.buildPageUrl('APP_DETAIL', { appId: kintone.app.getId() });
    await fetch('/k/v1/file.json?fileKey=1', { headers: { 'X-Requested-With': 'XMLHttpRequest' } }); // expect: kintone-url-by-hand
    await fetch(kintone.api.url('/k/v1/file.json', true), { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    await read();
    await readWell();
    return event;
  });
})();
