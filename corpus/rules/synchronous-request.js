(($) => {
  'use strict';
  const address = kintone.api.urlForGet('/k/v1/record.json', { app: kintone.app.getId(), id: 1 }, true);

  const readNow = () => {
    const request = new XMLHttpRequest();
    request.open('GET', address, false); // expect: synchronous-request
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.send();
    return request.status;
  };

  const readLater = (done) => {
    const request = new XMLHttpRequest();
    request.open('GET', address, true);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.onload = () => done(request.status);
    request.send();
  };

  const byJQuery = () => $.ajax({ url: address, async: false }); // expect: synchronous-request
  const byJQueryLater = () => $.ajax({ url: address });

  kintone.events.on('app.record.create.show', (event) => {
    readNow();
    readLater(() => {});
    byJQuery();
    byJQueryLater();
    return event;
  });
})(jQuery);
