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
