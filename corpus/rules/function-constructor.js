(() => {
  'use strict';

  const add = new Function('a', 'b', 'return a + b'); // expect: function-constructor
  const multiply = Function('a', 'return a * 2'); // expect: function-constructor

  const subtract = (a, b) => a - b;
  function divide(a, b) {
    return a / b;
  }
  return add(1, 2) + multiply(2) + subtract(3, 1) + divide(4, 2) + (divide instanceof Function ? 1 : 0);
})();
