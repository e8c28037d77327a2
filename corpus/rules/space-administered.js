(() => {
  'use strict';

  kintone.api('/k/v1/space/members', 'PUT', { id: 1, members: [] }); // expect: space-administered
  kintone.api('/k/guest/2/v1/space.json', 'DELETE', { id: 2 }); // expect: space-administered
  kintone.api('/k/v1/guests.json', 'POST', { guests: [] }); // expect: space-administered
  kintone.api('/k/v1/space/thread', 'PUT', { id: 4, body: '<b>お知らせ</b>' }); // expect: space-administered

  kintone.api('/k/v1/space', 'GET', { id: 1 });
  kintone.api('/k/v1/space/thread/comment', 'POST', { space: 1, thread: 1, comment: { text: '完了しました' } });
})();
