(() => {
  'use strict';

  Array.prototype.unique = function () { // expect: built-in-overwritten
    return [...new Set(this)];
  };
  String.prototype.toZenkaku = function () { // expect: built-in-overwritten
    return this;
  };
  window.alert = (text) => kintone.showNotification('INFO', text); // expect: built-in-overwritten

  Storage.prototype.setItem = () => {}; // expect: built-in-overwritten
  Object.defineProperty(window, 'confirm', { value: () => true }); // expect: built-in-overwritten
  $.fn.val = function () { // expect: built-in-overwritten
    return this;
  };
  $.fn.abkTooltip = function () {
    return this.addClass('abk-tooltip');
  };
  document.write = (html) => console.log(html); // expect: built-in-overwritten
  document.write.call(document, '');

  class Stack {}
  Stack.prototype.push = function () {
    return this;
  };
  const unique = (items) => [...new Set(items)];
  return [Stack, unique];
})();
