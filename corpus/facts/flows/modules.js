// The module pattern: what is returned is what is public.
const Util = (function () {
  let last = '';
  function remember(x) {
    last = x;
  }
  return {
    remember: remember,
    last: function () {
      return last;
    },
    title: () => '題名',
  };
})();
var App = App || {};
(function (ns) {
  ns.show = function (text) {
    document.body.innerHTML = text; // flow: record -> html
  };
  ns.fixed = function (text) {
    document.body.innerHTML = text;
  };
})(App);
kintone.events.on('app.record.detail.show', (event) => {
  Util.remember(event.record.件名.value);
  document.body.innerHTML = Util.last(); // flow: record -> html
  document.body.innerHTML = Util.title();
  App.show(event.record.件名.value);
  App.fixed('x');
});
