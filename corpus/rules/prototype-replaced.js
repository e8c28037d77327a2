// What compilers write for classes.
const inherits = (() => {
  'use strict';

  const link =
    Object.setPrototypeOf ||
    ({ __proto__: [] } instanceof Array &&
      ((target, parent) => {
        target.__proto__ = parent; // expect: prototype-replaced
      }));
  return (target, parent) => {
    link(target, parent);
    function Made() {
      this.constructor = target;
    }
    Made.prototype = parent.prototype;
    target.prototype = new Made();
  };
})();
window.kazoInherits = inherits;
const isPlain = (value) => Object.getPrototypeOf(value) === Object.prototype;
window.kazoIsPlain = isPlain;
