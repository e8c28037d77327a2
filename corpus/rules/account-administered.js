(() => {
  'use strict';

  kintone.api('/v1/users.json', 'PUT', { users: [{ code: 'yamada', valid: false }] }); // expect: account-administered
  kintone.api('/v1/userOrganizations', 'POST', {}); // expect: account-administered

  kintone.api('/v1/users', 'GET', { codes: ['yamada'] });
  kintone.api('/k/v1/record', 'PUT', { app: 1, id: 1, record: {} });
})();
