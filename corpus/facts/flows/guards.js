// A test that settles what a value is ends the flow; a weak one does not.
kintone.events.on('app.record.detail.show', (event) => {
  const a = document.createElement('a');
  const url = event.record.URL.value;
  a.href = url; // flow: record -> link
  if (/^https?:\/\//.test(url)) {
    a.href = url;
  }
  if (/https?:\/\//.test(url)) {
    a.href = url; // flow: record -> link
  }
  if (url.startsWith('https://')) a.href = url;
  if (url.includes('https://')) a.href = url; // flow: record -> link
  if (url.indexOf('https://') === 0) a.href = url;
  if (url.indexOf('https://') !== -1) a.href = url; // flow: record -> link
  a.href = url.match(/^https:/) ? url : '#';
  const isWeb = (u) => /^https?:/.test(u);
  if (isWeb(url)) a.href = url;
  if (!isWeb(url)) a.href = url; // flow: record -> link
  if (new URL(url).protocol === 'https:') a.href = url;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:') return event;
  a.href = url;
  return event;
});
kintone.events.on('app.record.edit.show', (event) => {
  const state = event.record.状態.value;
  if (!['受付', '完了'].includes(state)) {
    return event;
  }
  document.body.innerHTML = '<b>' + state + '</b>';
  return event;
});
kintone.events.on('app.record.create.show', (event) => {
  const count = event.record.件数.value;
  if (isNaN(count)) alert('数値ではありません');
  document.body.innerHTML = count; // flow: record -> html
  if (isNaN(count)) return event;
  document.body.innerHTML = count;
  document.body.innerHTML = Number(event.record.金額.value);
  document.body.innerHTML = event.record.金額.value * 2;
  document.body.innerHTML = event.record.金額.value + 2; // flow: record -> html
  switch (event.record.区分.value) {
    case 'A':
      document.body.innerHTML = event.record.区分.value;
      break;
    default:
      document.body.innerHTML = event.record.区分.value; // flow: record -> html
  }
  return event;
});

// What was checked of a copy still holds of it when the field it came from gets a new value, and of that alone.
kintone.events.on('app.record.edit.submit', async (event) => {
  const { record } = event;
  const number = String(record.number.value).toUpperCase();
  if (!/^[A-Z]{2}-\d{5}$/.test(number)) {
    return event;
  }
  record.number.value = number;
  await kintone.api('/k/v1/records', 'GET', { app: 1, query: `number = "${number}"` });
  record.number.value = event.record.other.value;
  await kintone.api('/k/v1/records', 'GET', { app: 1, query: `number = "${record.number.value}"` }); // flow: record -> query
  return event;
});
