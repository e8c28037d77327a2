(() => {
  'use strict';

  const settings = JSON.parse(localStorage.getItem('設定'));
  settings.__proto__.isAdmin = true; // expect: prototype-written

  const merge = (target, values) => {
    target['__proto__'] = values; // expect: prototype-written
    return target;
  };
  merge(window.abiko, {});

  const own = {};
  own.__proto__.isAdmin = true; // missing: prototype-written

  const child = Object.create(settings);
  child.isAdmin = false;
  const counts = new Map();
  counts.set('至急', 1);
})();
