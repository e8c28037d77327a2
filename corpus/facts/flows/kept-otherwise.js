// Places in the browser beside localStorage, and libraries that keep things in it.
import { openDB } from 'idb';
import { set as keep } from 'idb-keyval';
import lscache from 'lscache';

const file = async (name, text) => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('cache', { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(text); // flow: record -> storage
  await stream.close();
};
const count = async (name, text) => {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(text);
};
kintone.events.on('app.record.detail.show', async (event) => {
  const v = event.record.氏名.value;
  await file('a.csv', v);
  await count('a.txt', String(v.length));
  const root = await navigator.storage.getDirectory();
  const open = await (await root.getFileHandle('b')).createSyncAccessHandle();
  open.write(v); // flow: record -> storage
  const writer = (await (await root.getFileHandle('b')).createWritable()).getWriter();
  await writer.write(v); // flow: record -> storage
  window.name = v; // flow: record -> storage
  window.name = 'detail';
  history.replaceState({ v }, '', location.href); // flow: record -> storage
  history.pushState({ id: event.record.$id.value }, '', '#a');
  openDatabase('a', '1', 'a', 1).transaction((tx) => {
    tx.executeSql('insert into a values (?)', [v]); // flow: record -> storage
  });
  const db = await openDB('a', 1);
  await db.put('people', { v }); // flow: record -> storage
  await db.put('people', { n: v.length });
  await db.transaction('people', 'readwrite').store.add({ v }); // flow: record -> storage
  await keep('person', v); // flow: record -> storage
  lscache.set('person', v, 60); // flow: record -> storage
  new PouchDB('people').put({ _id: 'a', v }); // flow: record -> storage
});
