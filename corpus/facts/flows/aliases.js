// The API is reached under other names.
const k = window.kintone;
const { events: { on } } = kintone;
k.events.on('app.record.detail.show', (event) => {
  document.body.innerHTML = event.record.件名.value; // flow: record -> html
  document.body.textContent = event.record.件名.value;
});
on('app.record.detail.show', ({ record: { 件名: { value } } }) => {
  document.body.innerHTML = value; // flow: record -> html
  document.body.textContent = value;
});
window['kin' + 'tone']['ev' + 'ents'].on('app.record.detail.show', function (e) {
  document.body['inner' + 'HTML'] = e.record.件名.value; // flow: record -> html
});
((κ) => {
  κ.events.on('app.record.detail.show', (e) => {
    document.body.innerHTML = e.record.件名.value; // flow: record -> html
  });
})(kintone);
