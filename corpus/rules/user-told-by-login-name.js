(() => {
  'use strict';
  const user = kintone.getLoginUser();

  const isChief = () => user.code === 'soumu-kacho'; // expect: user-told-by-login-name
  const isClerk = () => ['yamada', 'suzuki'].includes(user.code); // expect: user-told-by-login-name
  const isNamed = () => kintone.getLoginUser().name === '総務 太郎'; // expect: user-told-by-login-name
  const isSame = (staff) => user.id === staff.id;
  // A field of users gives no id, so there is nothing else to compare with.
  const isOwner = (record) => user.code === record.担当者.value[0].code;
  const isAuthor = (record) => kintone.getLoginUser().code === record.作成者.value.code;
  const isItem = (item) => item.code === 'B-001';

  kintone.events.on('app.record.create.show', (event) => {
    const shown = isChief() || isClerk() || isNamed() || isSame({ id: '1' }) || isOwner(event.record) || isAuthor(event.record) || isItem({ code: 'B-001' });
    event.record.備考.disabled = !shown;
    return event;
  });
})();
