/*
 * 保育所等利用申請 進捗管理(スマートフォン)
 */
(() => {
  'use strict';

  kintone.events.on('mobile.app.record.detail.show', (event) => {
    const space = kintone.mobile.app.getHeaderSpaceElement();
    if (space) {
      const line = document.createElement('p');
      line.textContent = `現在の進捗: ${event.record.進捗.value}`;
      space.replaceChildren(line);
    }
    return event;
  });

  kintone.events.on('mobile.app.record.edit.show', (event) => {
    event.record.受付番号.disabled = true;
    event.record.進捗.disabled = true;
    return event;
  });
})();
