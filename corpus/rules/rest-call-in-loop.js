(() => {
  'use strict';
  const url = kintone.api.url('/k/v1/record.json', true);
  const allUrl = kintone.api.url('/k/v1/records.json', true);

  const renumber = async (records) => {
    for (const record of records) {
      await kintone.api(url, 'PUT', { // expect: rest-call-in-loop
        app: kintone.app.getId(),
        id: record.$id.value,
        record: { 状態: { value: '確認済' } },
      });
    }
  };

  const renumberAtOnce = (records) => kintone.api(allUrl, 'PUT', {
    app: kintone.app.getId(),
    records: records.map((record) => ({ id: record.$id.value, record: { 状態: { value: '確認済' } } })),
  });

  const fetchEach = (ids) => {
    ids.forEach((id) => {
      kintone.api(url, 'GET', { app: kintone.app.getId(), id }); // expect: rest-call-in-loop
    });
  };

  const removeAll = async (ids) => {
    while (ids.length > 0) {
      await kintone.api(allUrl, 'DELETE', { app: kintone.app.getId(), ids: [ids.pop()] }); // expect: rest-call-in-loop
    }
  };

  const readAll = async () => {
    const all = [];
    let offset = 0;
    let page;
    do {
      page = await kintone.api(allUrl, 'GET', { app: kintone.app.getId(), query: `limit 500 offset ${offset}` });
      all.push(...page.records);
      offset += 500;
    } while (page.records.length === 500);
    return all;
  };

  const addInPortions = async (records) => {
    for (let i = 0; i < records.length; i += 100) {
      await kintone.api(allUrl, 'POST', { app: kintone.app.getId(), records: records.slice(i, i + 100) });
    }
  };

  const addInChunks = async (chunks) => {
    for (const records of chunks) {
      await kintone.api(allUrl, 'POST', { app: kintone.app.getId(), records });
    }
  };

  const readByNumber = async () => {
    const all = [];
    for (;;) {
      const { records } = await kintone.api(allUrl, 'GET', { app: kintone.app.getId(), query: `$id > ${all.length} limit 500` });
      all.push(...records);
      if (records.length < 500) return all;
    }
  };

  const countRows = (records) => {
    let rows = 0;
    for (const record of records) {
      rows += record.明細.value.length;
    }
    return rows;
  };

  kintone.events.on('app.record.index.show', async (event) => {
    if (countRows(event.records) > 100) {
      await renumberAtOnce(event.records);
    } else {
      await renumber(event.records);
      fetchEach([1, 2]);
      await removeAll([3]);
      await addInPortions(await readAll());
      await addInChunks([await readByNumber()]);
    }
    return event;
  });
})();
