(() => {
  'use strict';

  kintone.events.on('app.record.edit.show', (event) => {
    localStorage.setItem('下書き', JSON.stringify(event.record)); // source: records-in-storage // expect: records-in-storage
    sessionStorage.下書き = event.record.氏名.value; // source: records-in-storage // expect: records-in-storage
    window.localStorage['利用者'] = kintone.getLoginUser().name; // source: records-in-storage // expect: records-in-storage

    localStorage.setItem('最後に開いた画面', 'edit');
    sessionStorage.setItem('開いた時刻', String(Date.now()));
    const draft = new Map();
    draft.set('下書き', event.record.氏名.value);
    return event;
  });
})();
