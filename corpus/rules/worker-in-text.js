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
  const texts = { csv: source, count: 'onmessage = (event) => postMessage(event.data.length);' };
  const chosen = (kind) => new Worker(URL.createObjectURL(new Blob([texts[kind]]))); // expect: worker-in-text
  const open = (kind) => new Worker(URL.createObjectURL(new Blob([texts[kind] ?? kind]))); // expect: script-from-memory
  const library = (kind) => {
    const path = kind === 'zip' ? '/k/lib/zip.js' : '/k/lib/csv.js';
    return new Worker(URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(path)});`, source]))); // expect: worker-in-text
  };
  const named = (name) => {
    return new Worker(URL.createObjectURL(new Blob([`self.title = ${JSON.stringify(name)};`, source]))); // expect: worker-in-text
  };
  const torn = (name) => {
    return new Worker(URL.createObjectURL(new Blob([`self.title = '${JSON.stringify(name)}';`, source]))); // expect: script-from-memory
  };
  const made = (text) => {
    return new Worker(URL.createObjectURL(new Blob([text]))); // expect: script-from-memory
  };
  kintone.events.on('app.record.index.show', (event) => {
    const rows = event.records.map((record) => [record.$id.value]);
    lines.postMessage(rows);
    count.postMessage(rows);
    return event;
  });
  return { made, chosen, open, library, named, torn };
})();
