// Numbers and revisions of records are kintone's own, whichever way the record came.
kintone.events.on('app.record.detail.show', async (event) => {
  const client = new KintoneRestAPIClient();
  const el = kintone.app.record.getSpaceElement('list');
  const { record } = await client.record.getRecord({ app: 1, id: 2 });
  el.innerHTML = `${record.$id.value} ${record.$revision.value}`;
  el.innerHTML = record.件名.value; // flow: record -> html
  const { records } = await client.record.getRecords({ app: 1 });
  el.innerHTML = records.map((each) => each.$id.value).join();
  el.innerHTML = records.map((each) => each.件名.value).join(); // flow: record -> html
  const all = await client.record.getAllRecords({ app: 1 });
  el.innerHTML = all.map((each) => `<li>${each.更新日時.value}</li>`).join('');
  el.innerHTML = all.map((each) => `<li>${each.更新者.value.name}</li>`).join(''); // flow: record -> html
  return event;
});
