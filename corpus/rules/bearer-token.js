(() => {
  'use strict';
  const headers = {
    Authorization: 'Bearer k3JqLm8ZxPw9Rt2YvN5bH7sd', // expect: bearer-token
  };
  const sample = { Authorization: 'Bearer YOUR_ACCESS_TOKEN' };
  const given = { Authorization: `Bearer ${headers.token}` };
})();
