// One of several beginnings, each of which says what kind of address it is.
kintone.events.on('app.record.detail.show', (event) => {
  const to = event.record.連絡先.value;
  const kind = event.record.種別.value;
  const begin = { 電話: 'tel:', メール: 'mailto:', ウェブ: 'https://' };
  const loose = { 電話: 'tel:', その他: '' };
  const a = document.createElement('a');
  a.href = begin[kind] + to;
  a.href = (kind === '電話' ? 'tel:' : 'mailto:') + to;
  a.href = `${begin[kind] || 'https://'}${to}`;
  a.href = loose[kind] + to; // flow: record -> link
  a.href = (kind === '電話' ? 'tel:' : '') + to; // flow: record -> link
});
