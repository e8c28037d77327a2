// A file of which it is not known what it holds is no program by itself; one that is said to be a program is.
kintone.events.on('app.record.detail.show', (event) => {
  const { 添付, 処理 } = event.record;
  const file = 添付.value[0];
  const picture = document.createElement('img');
  picture.src = URL.createObjectURL(new Blob([処理.value], { type: file.contentType }));
  const save = document.createElement('a');
  save.href = URL.createObjectURL(new Blob([処理.value], { type: event.type }));
  save.download = file.name;
  const script = document.createElement('script');
  script.src = URL.createObjectURL(new Blob([処理.value], { type: file.contentType })); // flow: record -> script-url
  new Worker(URL.createObjectURL(new Blob([処理.value]))); // flow: record -> script-url
  new Worker(URL.createObjectURL(new Blob([処理.value], { type: event.type }))); // flow: record -> script-url
  const known = new Blob([処理.value], { type: 'text/javascript' }); // flow: record -> code
  import(URL.createObjectURL(known)); // flow: record -> script-url
  const frame = document.createElement('iframe');
  frame.src = URL.createObjectURL(new Blob([処理.value], { type: 'text/html' })); // flow: record -> html
  return event;
});
