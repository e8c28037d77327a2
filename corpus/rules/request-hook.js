(() => {
  'use strict';

  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (...args) { // expect: request-hook
    return open.apply(this, args);
  };
  const original = window.fetch;
  window.fetch = (...args) => original(...args); // expect: request-hook
  Object.defineProperty(window, 'WebSocket', { value: class { send() {} } }); // expect: request-hook
  Object.defineProperties(HTMLFormElement.prototype, { submit: { value() {} } }); // expect: request-hook

  const ajax = $.ajax;
  $.ajax = (options) => ajax(options); // expect: request-hook

  const client = {};
  Object.defineProperty(client, 'fetch', { get: () => window.fetch });
  client.fetch = (path) => kintone.api(path, 'GET', {});
  client.open = () => true;
})();
