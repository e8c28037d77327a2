// A constant text that is run is code in its place; it sees the names around it.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.body;
  eval('el.innerHTML = v'); // flow: record -> html
  eval('el.textContent = v');
  eval('el.inner' + 'HTML = v'); // flow: record -> html
  eval("eval('el.innerHTML = v')"); // flow: record -> html
  setTimeout('document.body.innerHTML = location.hash', 10); // flow: url -> html
  new Function('document.body.innerHTML = location.hash')(); // flow: url -> html
  eval(event.type === 'x' ? 'el.innerHTML = v' : 'el.textContent = v'); // flow: record -> html
  setTimeout(() => { el.innerHTML = v; }, 10); // flow: record -> html
});
