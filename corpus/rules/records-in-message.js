(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const frame = document.querySelector('#form-frame');
    const { record } = event; // source: records-in-message
    frame.contentWindow.postMessage({ name: record.氏名.value }, 'https://form.example.lg.jp'); // expect: records-in-message
    frame.contentWindow.postMessage({ id: event.recordId }, 'https://form.example.lg.jp');
    return event;
  });
})();
