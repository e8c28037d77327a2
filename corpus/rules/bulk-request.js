(() => {
  'use strict';

  const requests = [{ method: 'PUT', api: '/k/v1/record.json', payload: {} }];
  kintone.api('/k/v1/bulkRequest', 'POST', { requests }); // expect: bulk-request
  kintone.api('/k/v1/records', 'PUT', { app: 1, records: [] });
})();
