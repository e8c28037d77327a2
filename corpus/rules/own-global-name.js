'use strict';

var 税率 = 0.1; // expect: own-global-name
var settings = { rate: 0.1 };
var shared = window.shared || {};

function 税込(price) { // expect: own-global-name
  function floor(value) {
    return Math.floor(value);
  }
  return floor(price * (1 + 税率));
}

window.formatPrice = function (price) { // expect: own-global-name
  return 税込(price) + '円';
};

window.toNumber = (text) => Number(text); // expect: own-global-name

window.onresize = function () {
  shared.width = window.innerWidth;
};

(function () {
  var local = settings.rate;
  function twice(value) {
    return value * 2;
  }
  window.zeimuKa = { twice: twice, rate: local };
})();

(() => {
  var local = 1;
  function once(value) {
    return value + local;
  }
  kintone.events.on('app.record.detail.show', (event) => {
    once(2);
    return event;
  });
})();
