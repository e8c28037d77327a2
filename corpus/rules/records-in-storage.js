(() => {
  'use strict';

  kintone.events.on('app.record.edit.show', (event) => {
    localStorage.setItem('下書き', JSON.stringify(event.record)); // source: records-in-storage // expect: records-in-storage
    sessionStorage.下書き = event.record.氏名.value; // source: records-in-storage // expect: records-in-storage
    window.localStorage['利用者'] = kintone.getLoginUser().name; // source: records-in-storage // expect: records-in-storage
    const { language, timezone, isGuest, code } = kintone.getLoginUser(); // source: records-in-storage
    sessionStorage.setItem('担当', [language, code].join('_')); // expect: records-in-storage
    sessionStorage.setItem('表示', [language, timezone, isGuest].join('_'));

    localStorage.setItem('最後に開いた画面', 'edit');
    sessionStorage.setItem('開いた時刻', String(Date.now()));
    sessionStorage.setItem('戻り先', `/k/12/show#record=${event.record.$id.value}`);
    sessionStorage.setItem('版', event.record.$revision.value);
    const fields = Object.values(cybozu.data.page.FORM_DATA.schema.table.fieldList);
    sessionStorage.setItem('見出し', JSON.stringify(fields.map((each) => ({ code: each.var, label: each.label }))));
    const { record } = event; // source: records-in-storage
    const texts = Object.entries(record).map(([code, field]) => [`前_${code}`, field.value]);
    Object.assign(sessionStorage, { 前: record.氏名.value }); // expect: records-in-storage
    Object.assign(sessionStorage, Object.fromEntries(texts)); // expect: records-in-storage
    Object.assign(Object.create(null), Object.fromEntries(texts));
    const draft = new Map();
    draft.set('下書き', event.record.氏名.value);
    return event;
  });
})();
