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
// A helper that parses gives the address, or nothing: what is asked of the address is asked of the text.
{
  const parse = (text) => {
    try {
      return new URL(text);
    } catch {
      return null;
    }
  };
  const second = (one, two) => {
    try {
      return new URL(two);
    } catch {
      return undefined;
    }
  };
  const schemes = new Set(['https:', 'http:', 'mailto:']);
  kintone.events.on('app.record.detail.show', (event) => {
    const a = document.createElement('a');
    const text = event.record.url.value;
    const other = event.record.other.value;
    const parsed = parse(text);
    if (parsed?.protocol === 'https:') a.href = text;
    if (parsed && schemes.has(parsed.protocol)) a.href = parsed.toString();
    if (parsed) a.href = parsed.href; // flow: record -> link
    if (!parsed || parsed.protocol === 'https:') a.href = text; // flow: record -> link
    const last = second(text, other);
    if (last?.protocol === 'https:') a.href = other;
    if (last?.protocol === 'https:') a.href = text; // flow: record -> link
  });
}
// A variable that is parsed into, or left empty, is the address as well.
{
  const link = (text, other) => {
    const a = document.createElement('a');
    let parsed = null;
    try {
      parsed = new URL(text);
    } catch {
      return a;
    }
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return a;
    a.href = text;
    a.setAttribute('href', other); // flow: record -> link
    return a;
  };
  const either = (text, other) => {
    const a = document.createElement('a');
    let parsed;
    try {
      parsed = new URL(text);
    } catch {
      parsed = new URL(other);
    }
    if (parsed.protocol === 'https:') a.href = text; // flow: record -> link
    return a;
  };
  kintone.events.on('app.record.detail.show', (event) => {
    link(event.record.url.value, event.record.other.value);
    either(event.record.url.value, event.record.other.value);
  });
}
// What a test was true of, whichever part of an element that is.
{
  const fine = (text) => {
    try {
      return ['https:', 'http:', 'tel:'].includes(new URL(text).protocol);
    } catch {
      return false;
    }
  };
  const put = (to) => {
    const a = document.createElement('a');
    a.href = to; // flow: record -> link
  };
  kintone.events.on('app.record.detail.show', (event) => {
    const a = document.createElement('a');
    const rows = event.record.table.value.map(({ value }) => ({ name: value.name.value, url: value.url.value }));
    rows.filter(({ url }) => fine(url)).forEach(({ url, name }) => {
      a.href = url;
      a.href = name; // flow: record -> link
    });
    for (const row of rows.filter((each) => fine(each.url))) {
      a.href = row.url;
      a.href = row.name; // flow: record -> link
    }
    const first = rows.find((each) => fine(each.url));
    if (first) a.href = first.url;
    if (first) a.href = first.name; // flow: record -> link
    a.href = rows.map((each) => each.url).find(fine) ?? '#';
    a.href = rows.map((each) => each.url).find((each) => !fine(each)) ?? '#'; // flow: record -> link
    rows.filter((each) => fine(each.name)).forEach((each) => put(each.url));
  });
}
