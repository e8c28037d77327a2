// A worker made of a text runs with a global object of its own: it gets what the page posts, and posts to the page.
(() => {
  const source = `
    self.onmessage = async ({ data }) => {
      await fetch('https://calc.example/sum', { method: 'POST', body: JSON.stringify(data.rows) }); // flow: record -> request-body
      self.postMessage('<b>' + data.title + '</b>');
    };`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  worker.onmessage = (e) => {
    document.body.innerHTML = e.data; // flow: record -> html
  };
  kintone.events.on('app.record.detail.show', (event) => {
    worker.postMessage({ rows: event.record.rows.value, title: event.record.title.value });
  });
})();
// What comes from the page is no message of another window, and only what is posted gets there.
var total = kintone.app.record.get().record.total.value;
(() => {
  const source = `
    let total = 0;
    onmessage = (e) => {
      total += e.data.length;
      fetch('https://calc.example/ping', { method: 'POST', body: total + e.data.length });
    };`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  new Worker(url).postMessage([]);
})();
// The text of a function does not see what is around the function, either.
(() => {
  const title = kintone.app.record.get().record.title.value;
  const run = () => {
    self.addEventListener('message', (e) => {
      fetch('https://calc.example/sum', { method: 'POST', body: title });
      fetch('https://calc.example/sum', { method: 'POST', body: e.data.title }); // flow: record -> request-body
    });
  };
  const worker = new Worker(URL.createObjectURL(new Blob(['(' + run.toString() + ')()'])));
  worker.postMessage({ title });
})();
// A script element runs in the page.
(() => {
  const script = document.createElement('script');
  script.src = URL.createObjectURL(new Blob(["onmessage = (e) => { document.body.innerHTML = e.data; };"], { type: 'text/javascript' })); // flow: message -> html
  document.head.append(script);
})();
// One of several texts is run: each is looked at like a single one.
(() => {
  const plain = 'onmessage = (e) => postMessage(e.data.length);';
  const sending = `
    onmessage = (e) => {
      fetch('https://calc.example/sum', { method: 'POST', body: e.data }); // flow: record -> request-body
    };`;
  const how = new URLSearchParams(location.search).get('how');
  const worker = new Worker(URL.createObjectURL(new Blob([how === 'sum' ? sending : plain])));
  worker.postMessage(kintone.app.record.get().record.total.value);
})();
