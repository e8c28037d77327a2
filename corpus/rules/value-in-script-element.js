// script 要素に書き込む
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const script = document.createElement('script');
    script.innerText = event.record.計算式.value; // source: value-in-script-element // expect: value-in-script-element
    document.head.append(script);

    const other = document.createElement('script');
    other.text = `window.title = '${event.record.件名.value}';`; // source: value-in-script-element // expect: value-in-script-element

    const panel = document.createElement('div');
    panel.innerText = event.record.計算式.value;
    panel.dataset.title = event.record.件名.value;
    return event;
  });

  const fixed = document.createElement('script');
  fixed.textContent = 'window.abiko = {};';
})();
