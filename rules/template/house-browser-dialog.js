// 見本: house-browser-dialog が見つける行と、見つけない行 / lines that are found, and lines that are not
(() => {
  'use strict';

  kintone.events.on('app.record.detail.process.proceed', async (event) => {
    if (!window.confirm('承認しますか。')) { // expect: house-browser-dialog
      return false;
    }
    const answer = await kintone.showConfirmDialog({ title: '承認', body: '承認しますか。' });
    return answer === 'OK' ? event : false;
  });
})();
