// The record says where a request goes: that is told as a destination nobody knows, not as data that is sent there.
(() => {
  'use strict';

  const trimmed = (address) => (address.endsWith('/') ? address.slice(0, -1) : address);

  kintone.events.on('app.record.detail.show', async (event) => {
    const record = event.record;
    await kintone.proxy(`${trimmed(record.連携先.value)}/stock`, 'GET', {}, {}); // expect: computed-destination
    await fetch(record.連携先.value); // expect: computed-destination
    await fetch('/k/v1/record.json?app=1&id=' + encodeURIComponent(record.番号.value));
    // Without an address it is the page's own.
    $.ajax({ type: 'GET', async: false }).done((data, status, answer) => {
      document.title = answer.getResponseHeader('Date');
    });
    return event;
  });
})();
