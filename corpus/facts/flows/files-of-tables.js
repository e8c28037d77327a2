// Tables that are read from a file: cells, and the names of sheets and columns, are chosen by whoever made it.
async function preview(pick, pane) {
  const book = XLSX.read(await pick.files[0].arrayBuffer(), { type: 'array' });
  const name = book.SheetNames[0];
  const rows = XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1 });
  pane.innerHTML = '<h3>' + name + '</h3>'; // flow: file -> html
  pane.innerHTML = '<h3>' + book.SheetNames.length + '</h3>';
  pane.innerHTML = rows.map((row) => '<td>' + row[0] + '</td>').join(''); // flow: file -> html
  pane.innerHTML = rows.map((row) => '<td>' + Number(row[0]) + '</td>').join('');
  pane.textContent = name;
}
function table(pick, pane) {
  Papa.parse(pick.files[0], {
    header: true,
    complete: (result) => {
      pane.innerHTML = result.data.map((row) => '<li>' + row.氏名 + '</li>').join(''); // flow: file -> html
      pane.textContent = result.data.map((row) => row.氏名).join();
      pane.innerHTML = '<p>' + result.data.length + '件</p>';
    },
  });
}
