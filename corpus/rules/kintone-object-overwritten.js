(() => {
  'use strict';

  const original = kintone.api;
  kintone.api = (...args) => original(...args); // expect: kintone-object-overwritten
  kintone.app.record.get = () => ({ record: {} }); // expect: kintone-object-overwritten
  window.kintone = {}; // expect: kintone-object-overwritten

  window.abikoShimin = window.abikoShimin || {};
  window.abikoShimin.api = () => true;
  const own = { kintone: {} };
  own.kintone.api = null;
})();
