// Menus, boards, trees and editors: what they write as HTML.
kintone.events.on('app.record.index.show', (event) => {
  const v = event.records[0].件名.value;
  const el = kintone.app.getHeaderSpaceElement();
  $.contextMenu({ selector: '.a', items: { open: { name: v, isHtmlName: true } } }); // flow: record -> html
  $.contextMenu({ selector: '.a', items: { open: { name: v } } });
  const boards = [{ id: 'a', title: '未着手', item: event.records.map((r) => ({ id: r.$id.value, title: r.件名.value })) }];
  new jKanban({ element: '#b', boards }); // flow: record -> html
  const safe = boards.map((b) => ({ ...b, item: b.item.map((i) => ({ id: i.id, title: _.escape(i.title) })) }));
  new jKanban({ element: '#b', boards: safe });
  $('#o').orgchart({ data: { name: v, children: [] } }); // flow: record -> html
  $('#o').orgchart({ data: { name: v, children: [] }, nodeTemplate: (node) => '<b>' + node.name + '</b>' }); // flow: record -> html
  $('#o').orgchart({ data: { name: v, children: [] }, nodeTemplate: (node) => '<b>' + _.escape(node.name) + '</b>' });
  $('#t').treeview({ data: [{ text: v }] }); // flow: record -> html
  $('#t').treeview({ data: [{ text: _.escape(v) }] });

  $('#t').fancytree({ source: [{ title: '課', children: [{ title: v }] }] }); // flow: record -> html
  $('#t').jstree({ core: { data: [{ text: '課', children: [{ text: v }] }] } }); // flow: record -> html
  $('#t').jstree({ core: { data: [{ text: '課', children: [{ text: v }] }], force_text: true } });

  tinymce.activeEditor.setContent(v); // flow: record -> html
  tinymce.get('memo').insertContent('<p>' + v + '</p>'); // flow: record -> html
  tinymce.get('memo').insertContent('<p>' + _.escape(v) + '</p>');
  CKEDITOR.replace('memo', { allowedContent: true }).setData(v); // flow: record -> html
  CKEDITOR.replace('memo').setData(v);
  $('#s').summernote('pasteHTML', v); // flow: record -> html
  $('#s').summernote('insertText', v);
  el.innerHTML = $('#s').summernote('code'); // flow: input -> html
  el.textContent = $('#s').summernote('code');
  $('#s').trumbowyg('html', v); // flow: record -> html
  Jodit.make('#memo').value = v; // flow: record -> html
  new EasyMDE({ element: el, previewRender: (text) => '<p>' + text + '</p>' }); // flow: input -> html
  new EasyMDE({ element: el, previewRender: (text) => DOMPurify.sanitize(marked.parse(text)) });
  quill.clipboard.dangerouslyPasteHTML(v); // flow: record -> html
  quill.setText(v);

  // A table's formatter is given the other cells of the row, too.
  const data = event.records.map((r) => [r.件名.value, r.備考.value]);
  const columns = [{ name: '件名' }, { name: '備考', formatter: (_cell, row) => gridjs.html(row.cells[0].data) }]; // flow: record -> html
  new gridjs.Grid({ columns, data }).render(el);
  const counted = [{ name: '件名' }, { name: '備考', formatter: (_cell, row) => gridjs.html(`<b>${row.cells[0].data.length}</b>`) }];
  new gridjs.Grid({ columns: counted, data }).render(el);
  return event;
});
