(() => {
  'use strict';

  const settings = JSON.parse(localStorage.getItem('設定'));
  settings.__proto__.isAdmin = true; // expect: prototype-written
  const common = settings.__proto__;
  common.isAdmin = true; // expect: prototype-written
  const key = document.querySelector('input').value;
  common[key] = true; // expect: prototype-written

  const merge = (target, values) => {
    target['__proto__'] = values; // only what this object inherits from
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
