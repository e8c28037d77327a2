// 使う機能の名前が、ファイルのどこにも書かれていない
(() => {
  'use strict';

  const shift = (text) => text.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) - 1));

  kintone.events.on('app.record.edit.show', (event) => {
    kintone.app.record[shift('tfuGjfmeTipxo')]('備考', false); // expect: name-made-at-run-time
    kintone.app[atob('cmVjb3Jk')].getId();
    const shown = ['show', 'Add', 'RecordButton'].join('');
    kintone.app[shown]('VISIBLE');
    const asked = 'yxorp'.split('').reverse().join('');
    kintone[asked]('/k/7/', 'GET', {}, {}); // expect: name-made-at-run-time

    const how = event.record.公開.value ? 'setGroupFieldOpen' : 'getId';
    kintone.app.record[how]('備考', true);
    const parts = ['app', 'getId'];
    kintone[parts[0]][parts[1]]();
    return event;
  });
})();
