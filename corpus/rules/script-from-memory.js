(() => {
  'use strict';
  const run = (text) => {
    const script = document.createElement('script');
    script.src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' })); // expect: script-from-memory
    document.head.append(script);
  };
  const count = async (text) => {
    const { default: rule } = await import(`data:text/javascript,${encodeURIComponent(text)}`); // expect: script-from-memory
    const beside = new Worker('data:text/javascript;base64,' + btoa(text)); // expect: script-from-memory
    return rule(beside);
  };
  const sign = (picture) => {
    const image = document.createElement('img');
    image.src = `data:image/svg+xml,${encodeURIComponent(picture)}`;
    return image;
  };
  const save = (lines) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/csv' }));
    link.download = '一覧.csv';
    link.click();
  };
  const show = (file) => {
    const picture = document.createElement('img');
    picture.src = URL.createObjectURL(file);
    return picture;
  };
  kintone.events.on('app.record.index.show', (event) => {
    save(event.records.map((record) => record.$id.value));
    return event;
  });
  return { run, count, sign, show };
})();
