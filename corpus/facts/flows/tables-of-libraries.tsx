// Tables whose columns say how a cell is shown, and tagged templates that make elements.
import { Table } from 'antd';
import htm from 'htm';
import { ReadOnlyTable } from 'kintone-ui-component';
import React from 'react';
import { createRoot } from 'react-dom/client';

const html = htm.bind(React.createElement);
const columns = [
  { title: '件名', dataIndex: '件名' },
  { title: '回答', dataIndex: '回答', render: (text: string) => <p dangerouslySetInnerHTML={{ __html: text }} /> }, // flow: record -> html
  { title: '番号', dataIndex: '番号', render: (text: string) => <p dangerouslySetInnerHTML={{ __html: text }} /> },
  { title: '備考', dataIndex: '備考', render: (_: string, row: Row) => <a href={row.リンク}>{row.備考}</a> }, // flow: record -> link
];
type Row = { 件名: string; 回答: string; 番号: string; 備考: string; リンク: string };
const linked = (cell: string) => {
  const a = document.createElement('a');
  a.href = cell; // flow: record -> link
  return a;
};
const named = (cell: string) => {
  const p = document.createElement('p');
  p.innerHTML = cell;
  return p;
};
kintone.events.on('app.record.index.show', (event: any) => {
  const rows: Row[] = event.records.map((record: any) => ({
    件名: record.件名.value,
    回答: record.回答.value,
    番号: record.$id.value,
    備考: record.備考.value,
    リンク: record.リンク.value,
  }));
  createRoot(kintone.app.getHeaderSpaceElement()!).render(<Table columns={columns} dataSource={rows} />);
  const shown = [
    { title: 'リンク', field: 'リンク', render: linked },
    { title: '番号', field: '番号', render: named },
  ];
  document.body.append(new ReadOnlyTable({ columns: shown, data: rows }));
  createRoot(document.body).render(html`<a href=${rows[0].リンク} title=${rows[0].備考}>${rows[0].件名}</a>`); // flow: record -> link
});
