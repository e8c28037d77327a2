// 検索条件の組み立て
(() => {
  'use strict';

  const app = kintone.app.getId();
  const client = new KintoneRestAPIClient();

  kintone.events.on('app.record.detail.show', async (event) => {
    const name = event.record.氏名.value; // source: query-injection
    const found = await kintone.api('/k/v1/records', 'GET', { app, query: `氏名 = "${name}"` }); // expect: query-injection

    const body = { app: app, query: '氏名 like "' + name + '" limit 10' };
    kintone.api(kintone.api.url('/k/v1/records', true), 'GET', body, () => {}); // expect: query-injection
    await client.record.getRecords({ app, query: `受付番号 = "${name}"` }); // expect: query-injection

    const escaped = name.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
    await kintone.api('/k/v1/records', 'GET', { app, query: `氏名 = "${escaped}"` });
    await kintone.api('/k/v1/records', 'GET', { app, query: `年齢 > ${Number(event.record.年齢.value)}` });
    await kintone.api('/k/v1/records', 'GET', { app, query: '氏名 != "" limit 100' });
    return found ? event : false;
  });
})();
