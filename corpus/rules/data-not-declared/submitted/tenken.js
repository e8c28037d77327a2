(() => {
  'use strict';
  kintone.events.on('app.record.detail.show', (event) => {
    const address = event.record.住所.value;
    kintone.proxy('https://geo.example.jp/search', 'POST', {}, JSON.stringify({address, who: kintone.getLoginUser().name}));
    kintone.proxy('https://mail.example.jp/send', 'POST', {}, JSON.stringify({address}));
    return event;
  });
})();
