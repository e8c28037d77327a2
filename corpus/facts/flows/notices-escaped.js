// What a library is told once holds for all its calls.
toastr.options = { closeButton: true, escapeHtml: true };
kintone.events.on('app.record.detail.show', (event) => {
  toastr.info(event.record.備考.value);
  const level = 'warning';
  toastr[level](event.record.備考.value, '確認');
});
