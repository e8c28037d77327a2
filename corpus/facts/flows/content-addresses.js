// An address that begins with data: holds what is loaded; where a script is loaded, that is run, however it is encoded.
kintone.events.on('app.record.detail.show', async (event) => {
  const rule = event.record.計算式.value;
  await import(`data:text/javascript,${encodeURIComponent(rule)}`); // flow: record -> code
  await import('data:text/javascript;base64,' + btoa(unescape(encodeURIComponent(rule)))); // flow: record -> code
  const script = document.createElement('script');
  script.src = 'data:,' + encodeURIComponent('show(' + rule + ')'); // flow: record -> code
  new Worker('data:application/javascript,' + rule); // flow: record -> code
  importScripts('data:text/javascript;charset=utf-8,' + encodeURI(rule)); // flow: record -> code
  import(`https://js.cybozu.com/${encodeURIComponent(rule)}.js`);
  const picture = document.createElement('img');
  picture.src = `data:image/svg+xml,${encodeURIComponent(rule)}`;
  const saved = document.createElement('a');
  saved.href = 'data:text/javascript,' + encodeURIComponent(rule);
  saved.download = '計算式.js';
  // What is written out is read like the code around it.
  import('data:text/javascript,' + encodeURIComponent('document.body.innerHTML = location.hash')); // flow: url -> html
  import('data:text/javascript;base64,ZG9jdW1lbnQuYm9keS5pbm5lckhUTUwgPSBsb2NhdGlvbi5oYXNo'); // flow: url -> html
  return event;
});
