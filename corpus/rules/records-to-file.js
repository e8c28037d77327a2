(() => {
  'use strict';

  kintone.events.on('app.record.index.show', (event) => {
    const lines = event.records.map((record) => `${record.氏名.value},${record.住所.value}`); // source: records-to-file
    const csv = new Blob([lines.join('\r\n')], { type: 'text/csv' }); // expect: records-to-file

    const template = new Blob(['氏名,住所\r\n'], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(csv);
    link.download = '一覧.csv';
    const direct = document.createElement('a');
    direct.download = '一覧.csv';
    direct.href = `data:text/csv,${encodeURIComponent(lines.join('\n'))}`; // expect: records-to-file
    const page = document.createElement('a');
    page.href = `#record=${encodeURIComponent(event.records[0].氏名.value)}`;
    const rows = event.records.map((record) => ({ 氏名: record.氏名.value })); // source: records-to-file
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.json_to_sheet(rows)); // expect: records-to-file
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['氏名', '住所']]));
    return template.size > 0 ? event : false;
  });
})();
