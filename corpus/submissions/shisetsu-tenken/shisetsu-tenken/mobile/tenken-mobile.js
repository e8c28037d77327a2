/*
 * 公共施設点検 モバイル: 現場での入力を助ける
 * 管財課 施設係
 */
(() => {
  'use strict';

  kintone.events.on('mobile.app.record.create.show', (event) => {
    const { record } = event;
    const now = new Date();
    const month = String(now.getMonth() + 1).padStart(2, '0');
    const day = String(now.getDate()).padStart(2, '0');
    record.点検日.value = `${now.getFullYear()}-${month}-${day}`;
    return event;
  });
})();
