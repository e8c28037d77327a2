(() => {
  'use strict';

  const url = kintone.api.url('/k/v1/records.json', true);

  const removeEach = async (app, ids) => {
    for (const id of ids) {
      await kintone.api(url, 'DELETE', { app, ids: [id] }); // expect: records-deleted-in-loop
    }
  };

  const removeAll = async (app, ids) => {
    while (ids.length) {
      await new KintoneRestAPIClient().record.deleteRecords({ app, ids: ids.splice(0, 100) }); // expect: records-deleted-in-loop
    }
  };

  const removeOnce = (app, ids) => kintone.api(url, 'DELETE', { app, ids: ids.slice(0, 100) });

  const readAll = async (app) => {
    for (let offset = 0; offset < 1000; offset += 500) {
      await kintone.api(url, 'GET', { app, query: `limit 500 offset ${offset}` });
    }
  };

  document.getElementById('abiko-remove').addEventListener('click', async () => {
    await readAll(kintone.app.getId());
    await removeEach(kintone.app.getId(), [1, 2]);
    await removeAll(kintone.app.getId(), [3]);
    await removeOnce(kintone.app.getId(), [4]);
  });
})();
