(() => {
  'use strict';

  kintone.events.on('app.record.edit.show', (event) => {
    const record = event.record;
    record.病歴.disabled = true; // expect: sensitive-data-field
    record['障害等級'].disabled = true; // expect: sensitive-data-field
    record.犯罪の経歴.disabled = true; // expect: sensitive-data-field
    record.信条.disabled = true; // expect: sensitive-data-field
    record.健康診断結果.disabled = true; // expect: sensitive-data-field
    record.生活保護受給.disabled = true; // expect: sensitive-data-field

    record.障害対応状況.disabled = true;
    record.システム障害.disabled = true;
    record.障がい福祉課.disabled = true;
    record.水質検査結果.disabled = true;
    record.DVD番号.disabled = true;
    record.氏名.disabled = true;
    return event;
  });
})();
