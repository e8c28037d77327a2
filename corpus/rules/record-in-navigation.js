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
      // The scheme is not enough: whoever fills in the record chooses the site.
      if (/^https?:\/\//.test(target)) {
        window.open(target, '_blank', 'noopener'); // expect: record-in-navigation
        location.href = target; // expect: record-in-navigation
      }
      // A host that only begins so is anybody's.
      if (/^https:\/\/shinsei\.example\.lg\.jp/.test(target)) {
        window.open(target, '_blank', 'noopener'); // expect: record-in-navigation
      }
      if (target.startsWith(location.origin + '/')) {
        location.assign(target);
      }
      location.href = `/k/${kintone.app.getId()}/show#record=${event.recordId}`;
    });
    return event;
  });
})();
