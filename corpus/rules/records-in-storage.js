(() => {
  'use strict';

  kintone.events.on('app.record.edit.show', (event) => {
    localStorage.setItem('下書き', JSON.stringify(event.record)); // source: records-in-storage // expect: records-in-storage
    sessionStorage.下書き = event.record.氏名.value; // source: records-in-storage // expect: records-in-storage
    window.localStorage['利用者'] = kintone.getLoginUser().name; // source: records-in-storage // expect: records-in-storage
    const { language, timezone, isGuest, code } = kintone.getLoginUser(); // source: records-in-storage
    sessionStorage.setItem('担当', [language, code].join('_')); // expect: records-in-storage
    sessionStorage.setItem('表示', [language, timezone, isGuest].join('_'));

    localStorage.setItem('最後に開いた画面', 'edit');
    sessionStorage.setItem('開いた時刻', String(Date.now()));
    sessionStorage.setItem('戻り先', `/k/12/show#record=${event.record.$id.value}`);
    sessionStorage.setItem('版', event.record.$revision.value);
    const fields = Object.values(cybozu.data.page.FORM_DATA.schema.table.fieldList);
    sessionStorage.setItem('見出し', JSON.stringify(fields.map((each) => ({ code: each.var, label: each.label }))));
    const { record } = event; // source: records-in-storage
    const texts = Object.entries(record).map(([code, field]) => [`前_${code}`, field.value]);
    Object.assign(sessionStorage, { 前: record.氏名.value }); // expect: records-in-storage
    Object.assign(sessionStorage, Object.fromEntries(texts)); // expect: records-in-storage
    Object.assign(Object.create(null), Object.fromEntries(texts));
    const draft = new Map();
    draft.set('下書き', event.record.氏名.value);
    return event;
  });

  // What the own site answers is what was asked for: the settings of an app, or its records.
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  const keep = async (name, address) => {
    const answer = await fetch(address, { headers });
    const shelf = await caches.open(name);
    await shelf.put(address, answer.clone());
    return answer.json();
  };
  const keepRecords = async (name, address) => {
    const answer = await fetch(address, { headers }); // source: records-in-storage
    const shelf = await caches.open(name);
    await shelf.put(address, answer.clone()); // expect: records-in-storage
    return answer.json();
  };
  kintone.events.on('app.record.index.show', async (event) => {
    const about = { app: event.appId };
    const layout = await keep('layout', kintone.api.urlForGet('/k/v1/app/form/layout', about, true));
    localStorage.setItem('一覧', JSON.stringify(await kintone.api('/k/v1/app/views', 'GET', about)));
    localStorage.setItem('設定', await (await fetch('/k/v1/app/settings.json?app=8', { headers })).text());
    const rows = await keepRecords('rows', kintone.api.urlForGet('/k/v1/records', about, true));
    const settings = await fetch(`/k/v1/app/settings/${layout.next}`, { headers }); // source: records-in-storage
    localStorage.setItem('次', await settings.text()); // expect: records-in-storage
    const first = await kintone.api('/k/v1/record', 'GET', { app: 8, id: rows[0].id }); // source: records-in-storage
    localStorage.setItem('先頭', JSON.stringify(first)); // expect: records-in-storage
    return event;
  });
})();
