// スタイルとして書き込む
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const color = event.record.表示色.value; // source: value-in-style
    const style = document.createElement('style');
    style.textContent = `.abiko-title { color: ${color}; }`; // expect: value-in-style
    document.head.append(style);

    const cell = document.createElement('span');
    cell.style.cssText = `color: ${color}`; // expect: value-in-style
    cell.setAttribute('style', 'color: ' + color); // expect: value-in-style

    const colors = { 至急: 'red', 通常: 'black' };
    cell.style.color = colors[event.record.区分.value] || 'black';
    cell.textContent = color;
    return event;
  });
})();
