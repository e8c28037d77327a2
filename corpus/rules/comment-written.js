(() => {
  'use strict';

  const client = new KintoneRestAPIClient();
  const url = kintone.api.url('/k/v1/record/comment.json', true);
  const listUrl = kintone.api.url('/k/v1/record/comments.json', true);

  const remind = async (record) => {
    await kintone.api(url, 'POST', { app: kintone.app.getId(), record, comment: { text: '期限が近づいています。' } }); // expect: comment-written
    await client.record.addRecordComment({ app: kintone.app.getId(), record, comment: { text: '確認してください。' } }); // expect: comment-written
  };

  const read = (record) => kintone.api(listUrl, 'GET', { app: kintone.app.getId(), record });

  kintone.events.on('app.record.detail.process.proceed', async (event) => {
    const { comments } = await read(event.record.$id.value);
    if (comments.length === 0) {
      await remind(event.record.$id.value);
    }
    return event;
  });
})();
