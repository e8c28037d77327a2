(() => {
  'use strict';

  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (...args) { // expect: request-hook
    return open.apply(this, args);
  };
  const original = window.fetch;
  window.fetch = (...args) => original(...args); // expect: request-hook

  const client = {};
  client.fetch = (path) => kintone.api(path, 'GET', {});
  client.open = () => true;
})();
