// Handlers that are declared, bound, or collected elsewhere.
function shown(event) {
  document.body.innerHTML = event.record.件名.value; // flow: record -> html
}
kintone.events.on('app.record.detail.show', shown);
const handlers = {
  edit(event) {
    document.body.innerHTML = event.record.件名.value; // flow: record -> html
  },
  never(event) {
    document.body.innerHTML = event.record.件名.value;
  },
};
kintone.events.on('app.record.edit.show', handlers.edit);
kintone.events.on('app.record.create.show', shownLater.bind(null, 'x'));
function shownLater(name, event) {
  document.body.innerHTML = name;
  document.body.innerHTML = event.record.件名.value; // flow: record -> html
}
