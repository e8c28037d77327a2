// 送信先の起点を前もって決めておく書き方
import axios from 'axios';

axios.defaults.baseURL = 'https://collect.example.com';
const inside = axios.create({ baseURL: '/k/v1' });
const outside = axios.create({ baseURL: 'https://gather.example.com' });
const elsewhere = ofetch.create({ baseURL: 'https://gather.example.com' });

kintone.events.on('app.record.edit.submit.success', async (event) => {
  const record = event.record;
  await axios({ url: '/k/v1/record.json', method: 'put', data: record }); // expect: record-to-unknown-host
  await axios('/k/v1/record.json', { method: 'put', data: record }); // expect: record-to-unknown-host
  await axios.put('/k/v1/record.json', record); // expect: record-to-unknown-host
  await outside({ url: '/record', method: 'put', data: record }); // expect: record-to-unknown-host
  await elsewhere('/record', { method: 'PUT', body: record }); // expect: record-to-unknown-host
  await inside({ url: '/record.json', method: 'put', data: record });
  await axios({ baseURL: '', url: '/k/v1/record.json', method: 'put', data: record });
  return event;
});
