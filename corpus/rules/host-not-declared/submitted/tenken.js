(() => {
  'use strict';
  kintone.events.on('app.record.detail.show', (event) => {
    const image = document.createElement('img');
    image.src = 'https://tiles.example.net/park.png';
    const map = document.createElement('img');
    map.src = 'https://geo.example.jp/map.png';
    kintone.app.record.getHeaderMenuSpaceElement().append(image, map);
    return event;
  });
})();
