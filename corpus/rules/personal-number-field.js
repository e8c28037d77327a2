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

// It is told where it is written, wherever it is used as a name.
kintone.events.on('app.record.edit.show', (event) => {
  const rules = [
    { code: '受付番号', digits: 8 },
    { code: '扶養者の個人番号', digits: 12 }, // expect: personal-number-field
  ];
  rules.forEach((rule) => {
    event.record[rule.code].disabled = rule.digits > 8;
  });
  const copied = {
    氏名: 'name',
    マイナンバー: 'number', // expect: personal-number-field
  };
  Object.keys(copied).forEach((from) => {
    event.record[from].lookup = true;
  });
  const hidden = ['家族', '個人', '番号'].join(''); // expect: personal-number-field
  event.record[hidden].disabled = true;
  return event;
});

// Of a call over several lines it is the line on which the name stands; in a condition, wherever it stands there.
const CODES = ['$id', '配偶者の個人番号']; // expect: personal-number-field
const asked = new URLSearchParams(location.search).get('household');
kintone.api('/k/v1/records.json', 'GET', {
  app: 31,
  fields: [
    '世帯番号',
    '同居者のマイナンバー', // expect: personal-number-field
  ],
  query: '世帯番号 > 0',
});
kintone.api('/k/v1/records.json', 'GET', {
  app: 31,
  fields: CODES,
  query:
    `世帯番号 = ${Number(asked)}` +
    ' and 転入者個人番号 != "" order by 世帯番号 asc,' + // expect: personal-number-field
    '配偶者の個人番号 desc',
});
