(() => {
  'use strict';

  const url = kintone.api.url('/k/v1/records.json', true);
  kintone.events.on('app.record.index.show', async (event) => {
    const records = event.records.map((record) => ({ id: record.$id.value, record: { 在庫: { value: '' } } }));
    await kintone.api(url, 'PUT', { app: kintone.app.getId(), records }); // expect: records-rewritten-on-list
    return event;
  });

  const update = (records) => kintone.api(url, 'PUT', { app: kintone.app.getId(), records });
  kintone.events.on('app.record.index.show', (event) => {
    const button = document.createElement('button');
    button.textContent = '更新';
    button.addEventListener('click', () => update(event.records.map((record) => ({ id: record.$id.value, record: {} }))));
    const other = document.createElement('button');
    other.onclick = async () => {
      await kintone.api(url, 'PUT', { app: kintone.app.getId(), records: [] });
    };
    const third = document.createElement('button');
    $(third).on('click', () => {
      kintone.api(url, 'PUT', { app: kintone.app.getId(), records: [] });
    });
    $(third).click(() => {
      kintone.api(url, 'PUT', { app: kintone.app.getId(), records: [] });
    });
    kintone.app.getHeaderMenuSpaceElement().append(button, other, third);
    return event;
  });
  kintone.events.on('app.record.edit.show', (event) => {
    kintone.api(url, 'PUT', { app: kintone.app.getId(), records: [{ id: event.record.$id.value, record: {} }] });
    return event;
  });
})();
