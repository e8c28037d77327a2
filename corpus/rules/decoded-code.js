// Code that is put together from escapes and then run.
eval(unescape('%66%75%6e%63%74%69%6f%6e%20%67%72%65%65%74%28%29%7b%61%6c%65%72%74%28%31%29%7d')); // expect: decoded-code
document.title = unescape('%61%62');
// 使う名前の多くがほかの行にもあっても、符号化されていれば読めません。
kintone.events.on('app.record.detail.show', (event) => {
  const packed = 'a2ludG9uZS5hcHAucmVjb3JkLmdldEhlYWRlck1lbnVTcGFjZUVsZW1lbnQoKS5oaWRkZW4gPSB0cnVlOw==';
  new Function(atob(packed))(); // expect: decoded-code
  new Function('kintone.app.record.getSpaceElement("memo").hidden = true;')();
  return event;
});
