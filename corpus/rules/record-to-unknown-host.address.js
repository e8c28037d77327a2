// What stands behind an address that is not known is sent there, whoever chose the address.
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', async (event) => {
    const record = event.record; // source: record-to-unknown-host
    await fetch(record.連携先.value + '?name=' + encodeURIComponent(record.氏名.value)); // expect: record-to-unknown-host
    const address = new URL(window.settings.address);
    address.searchParams.set('name', record.氏名.value);
    await fetch(address); // expect: record-to-unknown-host
    return event;
  });
})();

// 置き換え用の印のある住所に、関数で値を入れる
(() => {
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
  const inside = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));

  kintone.events.on('app.record.detail.show', (event) => {
    const { record } = event; // source: record-to-unknown-host
    window.open(filled('https://plan.example.com/add?title={title}', { title: record.件名.value })); // expect: record-to-unknown-host
    window.open(inside('/k/12/edit?title={title}', { title: record.件名.value }));
    return event;
  });
})();
