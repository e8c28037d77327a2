// 送信先が自分のドメインと決まる書き方と、決まらない書き方
(() => {
  'use strict';

  const headers = { 'X-Requested-With': 'XMLHttpRequest', 'Content-Type': 'application/json' };

  // 省略された引数の既定値
  const register = (values, root = location.origin) => fetch(`${root}/k/v1/record.json`, { method: 'POST', headers, body: JSON.stringify(values) });
  const forward = (values, root = location.origin) => fetch(`${root}/k/v1/record.json`, { method: 'POST', headers, body: JSON.stringify(values) }); // expect: record-to-unknown-host

  // 設定のオブジェクトにない項目の既定値
  function Sender(options) {
    const { app = 8, root = '' } = options || {};
    this.app = app;
    this.root = root;
  }
  Sender.prototype.send = function (values) {
    return fetch(this.root + '/k/v1/record.json', { method: 'POST', headers, body: JSON.stringify({ app: this.app, record: values }) });
  };
  const carry = (values, options) => {
    const { root = '' } = options || {};
    return fetch(root + '/k/v1/record.json', { method: 'POST', headers, body: JSON.stringify(values) }); // expect: record-to-unknown-host
  };
  const filled = { app: 9 };
  Object.assign(filled, window.sendingOptions);

  kintone.events.on('app.record.create.submit.success', async (event) => {
    const record = event.record;
    await register(record);
    await forward(record, document.querySelector('#root').value);
    await new Sender({ app: 9 }).send({ 氏名: record.氏名 });
    await carry(record, filled);

    // 今の画面のパスに続けた送信先
    const printed = document.createElement('form');
    printed.method = 'post';
    printed.action = location.pathname + 'print';
    printed.append(Object.assign(document.createElement('input'), { name: 'n', value: record.氏名.value }));
    printed.submit();
    const behind = location.pathname.split('/').pop();
    await fetch(behind + '//print', { method: 'POST', headers, body: JSON.stringify(record) }); // expect: record-to-unknown-host

    // パスだけを変えたURL
    const own = new URL(location.href);
    own.search = '';
    own.hash = '';
    own.port = '';
    own.pathname = '/k/v1/record.json';
    await fetch(own.toString(), { method: 'POST', headers, body: JSON.stringify(record) });
    const typed = new URL(location.href);
    typed.pathname = record.パス.value;
    await fetch(typed, { method: 'POST', headers, body: JSON.stringify(record) });
    const moved = new URL(location.href);
    moved.pathname = '/k/v1/record.json';
    moved.hostname = record.サーバー.value;
    await fetch(moved, { method: 'POST', headers, body: JSON.stringify(record) }); // expect: record-to-unknown-host
    const beside = new URL(location.href);
    beside.port = '8443';
    await fetch(beside, { method: 'POST', headers, body: JSON.stringify(record) }); // expect: record-to-unknown-host
    return event;
  });
})();
