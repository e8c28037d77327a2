(() => {
  'use strict';
  const url = kintone.api.url('/k/v1/records.json', true);

  const saveBoth = (loans, returns) => Promise.all([ // expect: parallel-writes
    kintone.api(url, 'PUT', { app: kintone.app.getId(), records: loans }),
    kintone.api(url, 'PUT', { app: kintone.app.getId(), records: returns }),
  ]);

  const addBoth = async (loans, returns) => {
    await Promise.allSettled([kintone.api(url, 'POST', { app: kintone.app.getId(), records: loans }), // expect: parallel-writes
      kintone.api(url, 'POST', { app: kintone.app.getId(), records: returns })]);
  };

  const client = new KintoneRestAPIClient();

  const saveEach = (bodies) => Promise.all( // expect: parallel-writes
    bodies.map((body) => kintone.api(url, 'PUT', body)),
  );

  const saveByClient = (app, records) => Promise.all(records.map((record) => client.record.updateRecord({ app, ...record }))); // expect: parallel-writes

  const readByClient = (apps) => Promise.all(apps.map((app) => client.record.getRecords({ app })));

  const saveInTurn = async (loans, returns) => {
    await kintone.api(url, 'PUT', { app: kintone.app.getId(), records: loans });
    await kintone.api(url, 'PUT', { app: kintone.app.getId(), records: returns });
  };

  const readBoth = () => Promise.all([
    kintone.api(url, 'GET', { app: kintone.app.getId(), query: 'limit 10' }),
    kintone.api(url, 'GET', { app: kintone.app.getId(), query: 'limit 10 offset 10' }),
  ]);

  kintone.events.on('app.record.detail.process.proceed', async (event) => {
    const [first, second] = await readBoth();
    await saveBoth(first.records, second.records);
    await addBoth([], []);
    await saveEach([]);
    await saveByClient(kintone.app.getId(), await readByClient([]));
    await saveInTurn([], []);
    return event;
  });
})();
