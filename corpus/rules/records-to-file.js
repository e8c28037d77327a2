(() => {
  'use strict';

  kintone.events.on('app.record.index.show', (event) => {
    const lines = event.records.map((record) => `${record.氏名.value},${record.住所.value}`); // source: records-to-file
    const csv = new Blob([lines.join('\r\n')], { type: 'text/csv' }); // expect: records-to-file

    const template = new Blob(['氏名,住所\r\n'], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(csv);
    link.download = '一覧.csv';
    return template.size > 0 ? event : false;
  });
})();
