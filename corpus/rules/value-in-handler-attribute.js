// on で始まる属性
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const number = event.record.受付番号.value; // source: value-in-handler-attribute
    const button = document.createElement('button');
    button.setAttribute('onclick', `openDetail('${number}')`); // expect: value-in-handler-attribute
    button.setAttribute('onClick', 'openDetail()');
    button.setAttribute('title', number);
    button.addEventListener('click', () => openDetail(number));
    return event;
  });

  function openDetail(number) {
    kintone.showNotification('INFO', `${number} を開きます`);
  }
})();
