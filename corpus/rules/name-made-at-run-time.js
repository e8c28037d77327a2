// 使う機能の名前が、ファイルのどこにも書かれていない
(() => {
  'use strict';

  const shift = (text) => text.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) - 1));

  kintone.events.on('app.record.edit.show', (event) => {
    kintone.app.record[shift('tfuGjfmeTipxo')]('備考', false); // expect: name-made-at-run-time
    kintone.app[atob('cmVjb3Jk')].getId(); // expect: name-made-at-run-time
    const shown = ['show', 'Add', 'RecordButton'].join('');
    kintone.app[shown]('VISIBLE');
    const asked = 'yxorp'.split('').reverse().join('');
    kintone[asked]('/k/7/', 'GET', {}, {}); // expect: name-made-at-run-time

    const parts = ['app', 'getId'];
    const head = kintone.app.getHeaderSpaceElement();
    head.textContent = '';
    head[String.fromCharCode(116, 101, 120) + String.fromCharCode(116, 67, 111, 110, 116, 101, 110, 116)] = '一覧'; // expect: name-made-at-run-time
    head[`text${'Content'}`] = head['TEXT'.toLowerCase() + 'Content'];
    const row = { ID1: '', ABC: '' };
    row['ID' + 1] = row[String.fromCharCode(65) + '列の値'];
    row[`ID${parts.length}`] = String.fromCharCode(65, 66, 67);

    row[['ID', 'A'].join('_')] = row['ID_A'.replace('_', '')];
    const how = event.record.公開.value ? 'setGroupFieldOpen' : 'getId';
    kintone.app.record[how]('備考', true);
    kintone[parts[0]][parts[1]]();
    return event;
  });
})();
