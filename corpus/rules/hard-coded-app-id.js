(() => {
  'use strict';
  const url = kintone.api.url('/k/v1/records.json', true);

  const readMaster = () => kintone.api(url, 'GET', { app: 128, query: 'limit 100' }); // expect: hard-coded-app-id
  const readOther = () => kintone.api(url, 'GET', { app: '129', query: 'limit 100' }); // expect: hard-coded-app-id
  const readOwn = () => kintone.api(url, 'GET', { app: kintone.app.getId(), query: 'limit 100' });

  kintone.events.on('app.record.index.show', async (event) => {
    const answers = [await readMaster(), await readOther(), await readOwn()];
    kintone.app.getHeaderMenuSpaceElement().textContent = `${answers.length}件`;
    return event;
  });
})();
