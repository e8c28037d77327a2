// The address is made in one method and used in another; nobody in this file calls some of them.
(() => {
  'use strict';

  function Stock(record) {
    this.code = record.品番.value;
  }
  Stock.prototype.prepare = function () {
    this.url = kintone.api.url('/k/v1/records', true) + '?app=' + kintone.app.getId();
  };
  Stock.prototype.load = function () {
    const request = new XMLHttpRequest();
    request.open('GET', this.url, false);
    request.send(null);
    return JSON.parse(request.responseText);
  };
  kintone.events.on('app.record.create.submit', (event) => {
    const stock = new Stock(event.record);
    stock.prepare();
    stock.load();
    return event;
  });

  // Nobody here makes one of these, but what its methods share is the same object all the same.
  function Shelf() {
    this.found = null;
  }
  Shelf.prototype.choose = function (query) {
    this.url = kintone.api.url('/k/v1/records', true) + '?query=' + encodeURIComponent(query);
  };
  Shelf.prototype.load = function () {
    fetch(this.url);
  };
  window.numataShelf = Shelf;

  function Mirror(settings) {
    this.settings = settings;
  }
  Mirror.prototype.choose = function (settings) {
    this.url = settings.endpoint + '?app=' + kintone.app.getId();
  };
  Mirror.prototype.load = function () {
    fetch(this.url); // expect: computed-destination
  };
  window.numataMirror = Mirror;

  // A method that only other methods call is given what those give it; it sends in two places, which is one request
  // each, and is told of where the request begins.
  const makeApi = (root) => ({
    find(query) {
      return this.run('GET', root() + '/records?query=' + encodeURI(query), null);
    },
    add(body) {
      return this.run('POST', root() + '/records', body);
    },
    run(method, url, body) {
      const request = new XMLHttpRequest();
      request.open(method, url, false); // expect: computed-destination
      if (body != null) {
        request.send(JSON.stringify(body));
      } else {
        request.send(null);
      }
      return request.status === 200;
    },
  });
  window.numataOther = makeApi(() => kintone.plugin.app.getConfig('x').root);

  window.numataApi = {
    find(query) {
      return this.run('GET', kintone.api.url('/k/v1/records') + '?query=' + encodeURI(query), null);
    },
    add(body) {
      return this.run('POST', kintone.api.url('/k/v1/records'), body);
    },
    run(method, url, body) {
      const request = new XMLHttpRequest();
      request.open(method, url, false);
      if (body != null) {
        request.send(JSON.stringify(body));
      } else {
        request.send(null);
      }
      return request.status === 200;
    },
  };
})();
