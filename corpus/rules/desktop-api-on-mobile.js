(() => {
  'use strict';

  kintone.events.on('mobile.app.record.index.show', (event) => {
    const space = kintone.app.getHeaderSpaceElement(); // expect: desktop-api-on-mobile
    space.textContent = '受付中';
    return event;
  });

  kintone.events.on('mobile.app.record.detail.show', function (event) {
    const element = kintone.app.record.getFieldElement('状態'); // expect: desktop-api-on-mobile
    element.style.color = 'red';
    return event;
  });

  kintone.events.on('mobile.app.record.index.show', (event) => {
    kintone.mobile.app.getHeaderSpaceElement().textContent = '受付中';
    return event;
  });

  kintone.events.on('app.record.index.show', (event) => {
    kintone.app.getHeaderSpaceElement().textContent = '受付中';
    return event;
  });
})();
