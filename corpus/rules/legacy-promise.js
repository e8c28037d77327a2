(function () {
  'use strict';

  function waitOld(milliseconds) {
    return new kintone.Promise(function (resolve) { // expect: legacy-promise
      setTimeout(resolve, milliseconds);
    });
  }

  function wait(milliseconds) {
    return new Promise(function (resolve) {
      setTimeout(resolve, milliseconds);
    });
  }

  kintone.events.on('app.record.create.submit', function (event) {
    return kintone.Promise.all([waitOld(100), wait(100)]).then(function () { // expect: legacy-promise
      return event;
    });
  });
})();
