(() => {
  'use strict';

  kintone.events.on('app.record.index.show', (event) => {
    console.log(event.records); // source: records-in-console // expect: records-in-console
    console.log('利用者: ' + kintone.getLoginUser().name); // source: records-in-console // expect: records-in-console
    console.group(event.records[0].氏名.value); // source: records-in-console // expect: records-in-console
    console.log('一覧を開きました');
    console.log(event.type);
    const log = [];
    log.push(event.records.length);
    return event;
  });
})();
