// A loop that copies properties copies each under its own name.
function extend(target, source) {
  for (const key in source) {
    if (Object.prototype.hasOwnProperty.call(source, key)) target[key] = source[key];
  }
  return target;
}
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('view');
  const options = extend({ icon: '<i></i>' }, { text: event.record.本文.value, kind: 'plain' });
  el.innerHTML = options.text; // flow: record -> html
  el.innerHTML = options.kind;
  el.innerHTML = options.icon;
  const view = {};
  Object.keys(options).forEach((name) => {
    view[name] = options[name];
  });
  el.innerHTML = view.text; // flow: record -> html
  el.innerHTML = view.kind;
  return event;
});
