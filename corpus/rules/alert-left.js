(() => {
  'use strict';
  kintone.events.on('app.record.create.submit', (event) => {
    if (event.record.申請者.value.length === 0) {
      alert('申請者を選んでください'); // expect: alert-left
      window.alert('保存できません'); // expect: alert-left
      event.error = '申請者を選んでください';
    }
    return event;
  });
})();
