const tool = (() => {
  'use strict';

  const byToken = (method, body, apiToken) => {
    const headers = { 'X-Cybozu-API-Token': apiToken, 'Content-Type': 'application/json' };
    return kintone.proxy(kintone.api.url('/k/v1/record', true), method, headers, body); // expect: rights-of-token
  };
  const byUser = (method, body) => kintone.api(kintone.api.url('/k/v1/record', true), method, body);
  const other = (body) => kintone.proxy('https://api.example.lg.jp/v1', 'POST', { 'Content-Type': 'application/json' }, body);
  return { byToken, byUser, other };
})();
window.sagaeTool = tool;
