// Google Charts: tables of data are filled cell by cell; a table or tree on the page takes them for HTML only where it is allowed to.
kintone.events.on('app.record.index.show', (event) => {
  google.charts.load('current', { packages: ['table', 'orgchart'] });
  google.charts.setOnLoadCallback(() => {
    const box = kintone.app.getHeaderSpaceElement();
    const names = new google.visualization.DataTable();
    names.addColumn('string', '名前');
    event.records.forEach((record) => names.addRow([record.名前.value]));
    const numbers = new google.visualization.DataTable();
    numbers.addColumn('number', '数');
    numbers.addRows(event.records.map((record) => [Number(record.数.value)]));
    const listed = google.visualization.arrayToDataTable([['部署'], ...event.records.map((record) => [record.部署.value])]);
    const shown = new google.visualization.Table(box);
    shown.draw(names, { allowHtml: true }); // flow: record -> html
    shown.draw(names, { width: '100%' });
    shown.draw(numbers, { allowHtml: true });
    shown.draw(listed, { allowHtml: true, page: 'enable' }); // flow: record -> html
    const tree = new google.visualization.DataTable();
    tree.addRows(event.records.map((record) => [{ v: record.$id.value, f: `<b>${record.役職.value}</b>` }, '']));
    new google.visualization.OrgChart(box).draw(tree, { allowHtml: true }); // flow: record -> html
    new google.visualization.OrgChart(box).draw(tree, { size: 'small' });
    google.visualization.events.addListener(shown, 'select', () => {
      box.innerHTML = listed.getValue(shown.getSelection()[0].row, 0); // flow: record -> html
      box.innerHTML = numbers.getValue(0, 0);
      box.textContent = listed.getFormattedValue(0, 0);
    });
  });
  return event;
});
