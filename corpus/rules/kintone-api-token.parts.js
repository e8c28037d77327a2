// A secret made of several parts is told where they become one; a part that is nearly all of it, where it is written.
(() => {
  'use strict';
  const part = { a: 'vT4mZ7qRk2LxYc8N', b: 'w6HsJ9dPbE1uGf5A', c: 'oK3iX2tB' };
  const pieces = ['pH7yPq2Lx9', 'KbTz4KcWd1', 'SnFg8JsUe6', 'BoXi3CtQv5'];
  const turned = 'x2VrE5tDzO0iHe3FaUg8';
  const APPS = { 申請: { app: 12 } };
  const headers = {
    'Content-Type': 'application/json',
    'X-Cybozu-API-Token': part.a + part.b + part.c, // expect: kintone-api-token
  };
  Object.assign(APPS.申請, { token: pieces.join('') }); // expect: kintone-api-token
  const start = 'mB7q';
  const rest = 'Lw2ZxTk9RfVb4KcWe1Hn6YsGu8Jp5AoXi3Mt'; // expect: kintone-api-token
  const third = { headers: { 'X-Cybozu-API-Token': `${start}${rest}` } };
  const back = () => turned.split('').reverse().join('') + 'kQ3vT8mZx1LrW5nYb0Jd'; // expect: kintone-api-token
  const fourth = { headers: { 'X-Cybozu-API-Token': back() } };
  const words = ['申請', '受付', '決裁'].join('・');
  kintone.events.on('app.record.index.show', async (event) => {
    const url = kintone.api.urlForGet('/k/v1/records', { app: 12 }, true);
    const second = { headers: { 'X-Cybozu-API-Token': APPS.申請.token } };
    const answers = await Promise.all([{ headers }, second, third, fourth].map((each) => fetch(url, each)));
    document.title = words + answers.length;
    return event;
  });
})();
