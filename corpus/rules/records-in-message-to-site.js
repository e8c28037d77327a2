(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const frame = document.querySelector('#form-frame');
    const { record } = event; // source: records-in-message-to-site
    frame.contentWindow.postMessage({ name: record.氏名.value }, 'https://form.example.lg.jp'); // expect: records-in-message-to-site
    frame.contentWindow.postMessage({ id: event.recordId }, 'https://form.example.lg.jp');
    return event;
  });
})();

// What the page's own site answers is the app's data where its API was asked.
(() => {
  'use strict';

  const PORTAL = 'https://portal.example.lg.jp';
  const share = async () => {
    const menu = await (await fetch('/oshirase/menu.json', { credentials: 'same-origin' })).json();
    window.parent.postMessage({ type: 'menu', menu }, PORTAL);
    const answer = await (await fetch('/k/v1/records.json?app=5')).json(); // source: records-in-message-to-site
    window.parent.postMessage({ type: 'list', records: answer.records }, PORTAL); // expect: records-in-message-to-site
  };
  share();
})();
