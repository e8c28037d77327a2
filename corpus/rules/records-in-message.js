(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const frame = document.querySelector('#form-frame');
    const site = frame.dataset.site;
    const { record } = event; // source: records-in-message
    frame.contentWindow.postMessage({ name: record.氏名.value }, site); // expect: records-in-message
    frame.contentWindow.postMessage({ id: event.recordId }, site);
    frame.contentWindow.postMessage({ name: record.氏名.value }, location.origin);
    return event;
  });
})();
