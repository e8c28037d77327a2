// A number within a department is not My Number, but its name says so.
kintone.events.on('app.record.detail.show', (event) => {
  const serial = event.record['部門個人番号'].value; // expect: personal-number-in-word
  const tag = event.record['個人番号札'].value; // expect: personal-number-in-word
  const number = event.record['個人番号'].value;
  const contact = event.record['部門担当者番号'].value;
  return [serial, tag, number, contact].length ? event : event;
});
