// Helpers that compilers put in front: the language's own function is there, so that theirs is never used.
var merge = Object.assign || function (target) {
  for (var i = 1; i < arguments.length; i++) {
    for (var key in arguments[i]) document.body.innerHTML = arguments[i][key];
  }
  return target;
};
var listed = Array.isArray || function (value) {
  document.body.innerHTML = value;
};
var missing = Object.notThere || function (value) {
  document.body.innerHTML = value; // flow: record -> html
};
Object.entries = undefined;
var pairs = Object.entries || function (value) {
  document.body.innerHTML = value; // flow: record -> html
};
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = merge({}, { title: v }).title; // flow: record -> html
  document.body.innerHTML = merge({}, { title: 'x', other: v }).title;
  listed(v);
  missing(v);
  pairs(v);
  document.body.innerHTML = Object.assign(Object.assign({}, { title: v }), { title: 'x' }).title;
  document.body.innerHTML = Object.assign(Object.assign({}, { title: 'x' }), { title: v }).title; // flow: record -> html
  const kept = { title: v };
  document.body.innerHTML = Object.assign(((x) => x)(kept), { other: 'x' }).title; // flow: record -> html
});
