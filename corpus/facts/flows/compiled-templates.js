// What compilers for old browsers make of a template: texts put together with concat are read as the template was.
kintone.events.on('app.record.detail.show', function (event) {
  var name = event.record.氏名.value;
  var quoted = name.replace(/["\\]/g, '\\$&');
  var box = document.getElementById('members');
  kintone.api('/k/v1/records', 'GET', { app: 7, query: "氏名 = \"".concat(quoted, "\" limit 1") });
  kintone.api('/k/v1/records', 'GET', { app: 7, query: "氏名 = \"".concat(name, "\" limit 1") }); // flow: record -> query
  kintone.api('/k/v1/records', 'GET', { app: 7, query: "番号 = ".concat(quoted) }); // flow: record -> query
  box.innerHTML = "<li title=\"".concat(name.replace(/"/g, '&quot;').replace(/&(?!quot;)/g, '&amp;'), "\">x</li>");
  box.innerHTML = "<li>".concat(name.replace(/"/g, '&quot;'), "</li>"); // flow: record -> html
  box.innerHTML = "".concat(name.length, " / ").concat(Number(event.record.定員.value));
  var site = location.origin;
  var next = name;
  if (next.startsWith("".concat(site, "/"))) location.href = next;
  if (next.startsWith("".concat(site))) location.href = next; // flow: record -> navigation
  var list = ['<b>a</b>'].concat(name);
  box.innerHTML = list.join(''); // flow: record -> html
  box.innerHTML = list[0];
});
