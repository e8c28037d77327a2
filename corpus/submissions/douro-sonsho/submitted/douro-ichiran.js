/*
 * 道路損傷通報アプリ 一覧画面
 * 建設課 維持係(ひな形から作成中)
 */
(() => {
  'use strict';

  kintone.events.on('app.record.index.show', (event) => {
    const space = kintone.app.getHeaderMenuSpaceElement();
    const waiting = event.records.filter((record) => record.<ステータスのフィールドコード>.value === '未対応');
    const line = document.createElement('p');
    line.textContent = `未対応 ${waiting.length}件`;
    space.appendChild(line);
    return event;
  });
})();
