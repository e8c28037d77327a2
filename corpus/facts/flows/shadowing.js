// A local thing that only has the name of an API is not the API.
function outer(kintone) {
  kintone.events.on('x', (event) => {
    document.body.innerHTML = event.record.件名.value;
  });
}
outer({ events: { on() {} } });
(function () {
  const eval = (x) => x;
  const document = { body: {} };
  kintone.events.on('app.record.detail.show', (event) => {
    eval(event.record.件名.value);
    document.body.innerHTML = event.record.件名.value;
    window.document.body.innerHTML = event.record.件名.value; // flow: record -> html
  });
})();
