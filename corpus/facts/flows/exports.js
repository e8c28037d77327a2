// Modules that are bundled hand out each thing under its own name.
var define = Object.defineProperty;
var exportAll = (target, all) => {
  for (var name in all) define(target, name, { get: all[name], enumerable: true });
};
var bundled = {};
exportAll(bundled, { heading: () => heading, count: () => count });
var heading = (text) => '<h2>' + text + '</h2>';
var count = (text) => '<h2>' + text.length + '</h2>';
var ahead = {};
var publish = (target, all) => {
  for (const name in all) Object.defineProperty(target, name, { enumerable: true, get: () => all[name] });
};
publish(ahead, { raw: (text) => text, size: (text) => text.length });
var listed = {};
var source = { raw: (text) => text, size: (text) => text.length };
Object.keys(source).forEach(function (name) {
  Object.defineProperty(listed, name, { enumerable: true, get: function () { return source[name]; } });
});
var valued = {};
for (const [name, value] of Object.entries(source)) {
  Object.defineProperty(valued, name, { value });
}
var copyAll = (to, from) => {
  for (let key of Object.getOwnPropertyNames(from)) {
    if (!Object.prototype.hasOwnProperty.call(to, key)) define(to, key, { get: () => from[key] });
  }
  return to;
};
var common = copyAll(define({}, '__esModule', { value: true }), bundled);
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = bundled.heading(v); // flow: record -> html
  document.body.innerHTML = bundled.count(v);
  document.body.innerHTML = ahead.raw(v); // flow: record -> html
  document.body.innerHTML = ahead.size(v);
  document.body.innerHTML = listed.raw(v); // flow: record -> html
  document.body.innerHTML = listed.size(v);
  document.body.innerHTML = valued.raw(v); // flow: record -> html
  document.body.innerHTML = valued.size(v);
  document.body.innerHTML = common.heading(v); // flow: record -> html
  document.body.innerHTML = common.count(v);
});
const named = {};
for (const field of JSON.parse(localStorage.getItem('fields'))) {
  Object.defineProperty(named, field, { get: () => (text) => text });
}
kintone.events.on('app.record.edit.show', (event) => {
  document.body.innerHTML = named.any(event.record.件名.value); // flow: record -> html
});
