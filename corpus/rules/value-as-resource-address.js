// 画像や埋め込みの読み込み先
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const address = event.record.写真URL.value; // source: value-as-resource-address
    const photo = document.createElement('img');
    photo.src = address; // expect: value-as-resource-address

    const checked = document.createElement('img');
    if (address.startsWith('https://images.example.lg.jp/')) {
      checked.src = address;
    }
    checked.src = 'https://images.example.lg.jp/logo.png';
    checked.alt = address;
    return event;
  });
})();
