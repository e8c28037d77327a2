(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    document.cookie = `name=${event.record.氏名.value}; path=/`; // source: data-in-cookie // expect: data-in-cookie
    document.cookie = 'tab=list; path=/';
    document.title = event.record.氏名.value;
    return event;
  });
})();
