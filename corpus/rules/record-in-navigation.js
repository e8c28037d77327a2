// レコードの値へ移動する
(() => {
  'use strict';

  kintone.events.on('app.record.create.submit.success', (event) => {
    window.location = event.record.完了後URL.value; // source: record-in-navigation // expect: record-in-navigation
    return event;
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const button = document.createElement('button');
    const target = event.record.申請URL.value; // source: record-in-navigation
    button.addEventListener('click', () => {
      window.open(target, '_blank'); // expect: record-in-navigation
    });

    const safe = document.createElement('button');
    safe.addEventListener('click', () => {
      if (target.startsWith('https://shinsei.example.lg.jp/')) {
        window.open(target, '_blank', 'noopener');
      }
      location.href = `/k/${kintone.app.getId()}/show#record=${event.recordId}`;
    });
    return event;
  });
})();
