(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const copy = () => navigator.clipboard.writeText(event.record.住所.value); // source: records-to-clipboard // expect: records-to-clipboard
    const copyLink = () => navigator.clipboard.writeText(`レコード番号 ${event.recordId}`);
    return copy && copyLink ? event : false;
  });
})();
