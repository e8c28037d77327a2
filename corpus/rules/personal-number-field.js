// My Number must not be on kintone at all.
kintone.events.on('app.record.detail.show', (event) => {
  const number = event.record['個人番号'].value; // expect: personal-number-field
  const corporate = event.record['法人番号'].value;
  const card = event.record['マイナンバーカード申請件数'].value;
  const serial = event.record['部門個人番号'].value;
  const staff = event.record['従業員の個人番号'].value; // expect: personal-number-field
  const told = event.record['申請者個人番号'].value; // expect: personal-number-field
  return [serial, staff, told, number, corporate, card].length ? event : event;
});
