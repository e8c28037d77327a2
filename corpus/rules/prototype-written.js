(() => {
  'use strict';

  const settings = {};
  settings.__proto__.isAdmin = true; // expect: prototype-written

  const merge = (target, values) => {
    target['__proto__'] = values; // expect: prototype-written
    return target;
  };
  merge({}, {});

  const child = Object.create(settings);
  child.isAdmin = false;
  const counts = new Map();
  counts.set('至急', 1);
})();
