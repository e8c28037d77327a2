// What one script puts on the global object another one finds there.
window.MyApp = window.MyApp || {};
MyApp.text = '';
var shared = '';
let lexical = '';
kintone.events.on('app.record.detail.show', (event) => {
  MyApp.text = event.record.件名.value;
  shared = event.record.件名.value;
  lexical = event.record.件名.value;
  self.direct = event.record.件名.value;
});
function draw() {
  document.body.innerHTML = MyApp.text; // flow: record -> html
  document.body.innerHTML = window.shared; // flow: record -> html
  document.body.innerHTML = lexical; // flow: record -> html
  document.body.innerHTML = direct; // flow: record -> html
  document.body.innerHTML = window.lexical;
}
draw();
