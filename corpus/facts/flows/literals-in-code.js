// Data that is written out as JSON is a literal in code, where no text is open: it runs nothing, and goes where the
// code brings it.
kintone.events.on('app.record.detail.show', (event) => {
  const place = event.record.会場.value;
  const tag = document.createElement('script');
  tag.textContent = 'window.cityVenue = ' + JSON.stringify(place) + ';';
  tag.text = `window.cityVenue = "${place}";`; // flow: record -> script-text
  tag.append(['window.cityVenue = ', JSON.stringify({ place, floor: 2 })].join(''));
  eval('document.title = ' + JSON.stringify(place));
  eval('document.body.innerHTML = ' + JSON.stringify(place)); // flow: record -> html
  eval("document.title = JSON.parse('" + JSON.stringify(place) + "')"); // flow: record -> code
  eval(`document.title = ${JSON.stringify(place).slice(1, -1)}`); // flow: record -> code
  eval(`document.title = ${JSON.stringify(place).replace(/</g, '\\u003c')}`);
  eval(`document.title = ${JSON.stringify(place).replace(/"/g, "'")}`); // flow: record -> code
  document.body.setAttribute('onclick', `show(${JSON.stringify(place)})`);
  document.body.setAttribute('onclick', `show('${JSON.stringify(place)}')`); // flow: record -> handler-attribute
  location.href = 'javascript:show(' + JSON.stringify(place) + ')'; // flow: record -> code
  document.body.innerHTML = '<script>var venue = ' + JSON.stringify(place) + '</' + 'script>'; // flow: record -> html
});
// So it is in the code of a worker.
kintone.events.on('app.record.detail.show', (event) => {
  const place = event.record.会場.value;
  const count = 'onmessage = (e) => postMessage(e.data.length);';
  const named = `self.venue = ${JSON.stringify(place)}; ${count}`;
  new Worker(URL.createObjectURL(new Blob([named], { type: 'text/javascript' })));
  new Worker(URL.createObjectURL(new Blob(['self.venue = ', JSON.stringify(place), ';', count])));
  const asked = `importScripts(${JSON.stringify(place)}); ${count}`; // flow: record -> script-url
  new Worker(URL.createObjectURL(new Blob([asked], { type: 'text/javascript' })));
  const open = `self.venue = '${place}'; ${count}`;
  new Worker(URL.createObjectURL(new Blob([open], { type: 'text/javascript' }))); // flow: record -> code // flow: record -> script-url
});
