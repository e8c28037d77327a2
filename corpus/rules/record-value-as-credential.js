// What a record holds authenticates a request.
(() => {
  'use strict';

  const settings = () => kintone.api(kintone.api.url('/k/v1/record.json', true), 'GET', { app: 9, id: 1 }).then((resp) => resp.record);
  kintone.events.on('app.record.detail.show', async (event) => {
    const conf = await settings();
    const url = kintone.api.urlForGet('/k/v1/records.json', { app: 10 }, true);
    await fetch(url, { headers: { 'X-Cybozu-API-Token': conf['APIトークン'].value } }); // expect: record-value-as-credential
    await kintone.proxy('https://api.example.jp/v1', 'GET', { Authorization: `Bearer ${event.record.鍵.value}` }, {}); // expect: record-value-as-credential
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.setRequestHeader('X-Cybozu-Authorization', btoa(`renkei:${conf.パスワード.value}`)); // expect: record-value-as-credential
    request.setRequestHeader('X-Limit', conf.件数.value);
    const headers = new Headers();
    headers.set('x-api-key', conf.鍵.value);
    await fetch('https://api.example.jp/v1', { headers }); // expect: record-value-as-credential
    const client = new KintoneRestAPIClient({ auth: { apiToken: conf.鍵.value } }); // expect: record-value-as-credential
    await client.record.getRecords({ app: conf.アプリ.value });
    axios.defaults.headers.common.Authorization = `Bearer ${conf.鍵.value}`; // expect: record-value-as-credential
    const service = axios.create({ headers: { Authorization: `Bearer ${conf.鍵.value}` } }); // expect: record-value-as-credential
    await service.get('/k/v1/records.json');

    await fetch(url, { headers: { 'X-Requested-With': 'XMLHttpRequest', 'X-Limit': conf.$id.value } });
    await fetch(url, { headers: { 'X-CSRF-Token': conf.番号.value } });
    const typed = window.prompt('トークン');
    await fetch(url, { headers: { 'X-Cybozu-API-Token': typed } });
    return event;
  });
})();
