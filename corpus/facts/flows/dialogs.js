// Which options of dialogs, notices and hints are HTML.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const cell = kintone.app.record.getFieldElement('備考');
  Swal.fire({ title: '確認', html: v }); // flow: record -> html
  Swal.fire({ titleText: v, text: v });
  Swal.fire(v); // flow: record -> html
  Swal.fire('確認', v, 'info'); // flow: record -> html
  Swal.fire('確認', '保存しました', 'info');
  Swal.fire({ text: v, footer: v }); // flow: record -> html
  Swal.fire({ text: v, footer: _.escape(v) });
  Swal.mixin({ toast: true }).fire({ title: v }); // flow: record -> html
  Swal.mixin({ toast: true }).fire({ titleText: v });
  swal({ title: '確認', text: v, html: true }); // flow: record -> html
  swal({ title: v, text: v });
  new Kuc.Notification({ content: v }).open(); // flow: record -> html
  new Kuc.Notification({ text: v }).open();
  new Kuc['1.24.0'].Dialog({ title: v, content: v }).open(); // flow: record -> html
  new Kuc['1.24.0'].Dialog({ title: v, content: cell }).open();
  const dialog = new Kuc.Dialog({ title: v });
  dialog.footer = v; // flow: record -> html
  dialog.title = v;
  tippy(cell, { content: v, allowHTML: true }); // flow: record -> html
  tippy(cell, { content: v });
  $(cell).popover({ content: v, html: true }); // flow: record -> html
  $(cell).popover({ content: v });
  new bootstrap.Tooltip(cell, { title: v, html: true, sanitize: false }); // flow: record -> html
  new bootstrap.Tooltip(cell, { title: v, html: true });
  new bootstrap.Tooltip(cell, { title: v, sanitize: false });
  toastr.info(v); // flow: record -> html
  toastr.info(v, '確認', { escapeHtml: true });
  new Notyf().success(v); // flow: record -> html
  Toastify({ text: v, escapeMarkup: false }).showToast(); // flow: record -> html
  Toastify({ text: v }).showToast();
  bootbox.alert(v); // flow: record -> html
  alert(v);
});
// Options made elsewhere are shown where they are written.
const dialogOf = (options) => Swal.fire({ icon: 'info', ...options });
kintone.events.on('app.record.edit.show', (event) => {
  const v = event.record.備考.value;
  dialogOf({ html: v }); // flow: record -> html
  dialogOf({ text: v });
});
