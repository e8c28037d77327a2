// 埋め込むページのURL
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const address = event.record.地図URL.value; // source: value-as-frame-address
    const frame = document.createElement('iframe');
    frame.src = address; // expect: value-as-frame-address
    frame.setAttribute('src', address); // expect: value-as-frame-address
    const viewer = document.createElement('object');
    viewer.data = address; // expect: value-as-frame-address
    viewer.setAttribute('data', address); // expect: value-as-frame-address

    const checked = document.createElement('iframe');
    if (/^https:\/\//.test(address)) {
      checked.src = address;
    }
    checked.title = address;
    const pinned = document.createElement('iframe');
    pinned.src = `https://maps.example.lg.jp/?q=${encodeURIComponent(address)}`;
    return event;
  });
})();
