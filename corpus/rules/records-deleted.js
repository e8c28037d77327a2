(() => {
  'use strict';

  const app = kintone.app.getId();
  const remove = (ids) => kintone.api('/k/v1/records', 'DELETE', { app, ids }); // expect: records-deleted
  const removeAll = (records) => new KintoneRestAPIClient().record.deleteAllRecords({ app, records }); // expect: records-deleted

  const invalidate = (id) => kintone.api('/k/v1/record', 'PUT', { app, id, record: { 状態: { value: '無効' } } });
  return { remove, removeAll, invalidate };
})();
