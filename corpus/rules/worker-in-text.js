(() => {
  'use strict';
  const source = `
    self.onmessage = ({ data }) => {
      self.postMessage(data.map((row) => row.join(',')).join('\\r\\n'));
    };`;
  const counted = () => {
    self.addEventListener('message', (event) => self.postMessage(event.data.length));
  };
  const lines = new Worker(URL.createObjectURL(new Blob([source]))); // expect: worker-in-text
  const count = new Worker(URL.createObjectURL(new Blob(['(', counted.toString(), ')()']))); // expect: worker-in-text
  const made = (text) => {
    return new Worker(URL.createObjectURL(new Blob([text]))); // expect: script-from-memory
  };
  kintone.events.on('app.record.index.show', (event) => {
    const rows = event.records.map((record) => [record.$id.value]);
    lines.postMessage(rows);
    count.postMessage(rows);
    return event;
  });
  return { made };
})();
