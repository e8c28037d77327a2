// A fixed beginning settles where a URL goes.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.コード.value;
  const a = document.createElement('a');
  a.href = 'https://www.city.example.jp/?q=' + v;
  a.href = '/k/12/show#record=' + v;
  a.href = '#' + v;
  a.href = 'https://www.city.example.jp' + v; // flow: record -> link
  a.href = 'https:' + v; // flow: record -> link
  a.href = v + '/x'; // flow: record -> link
  const base = 'https://www.city.example.jp/';
  a.href = `${base}${v}`;
  location.href = base + v;
  location.href = v; // flow: record -> navigation
  location.assign(v); // flow: record -> navigation
  window.open('/k/' + kintone.app.getId() + '/show#record=' + v);
  window.open(v); // flow: record -> opened // flow: record -> opened-freely
  location = v; // flow: record -> navigation
});
location.href = location.href + '&x=1';
location.href = `${window.location.href}#top`;
location.href = location.href.split('next=')[1]; // flow: url -> navigation
location.href = new URLSearchParams(location.search).get('next'); // flow: url -> navigation
location.href = new URL(location.href).searchParams.get('next'); // flow: url -> navigation
location.href = '/k/1/' + location.search;
kintone.events.on('app.record.edit.show', async (event) => {
  const web = ['https:', 'http:'];
  const scripts = ['javascript:', 'data:', 'vbscript:'];
  const schemeOf = (text) => { try { return new URL(text).protocol; } catch { return ''; } };
  const schemeOrSafe = (text) => { try { return new URL(text).protocol; } catch { return 'https:'; } };
  const originOf = (text) => { try { return new URL(text).origin; } catch { return null; } };
  const link = document.createElement('a');
  const to = event.record.参照先.value;
  if (web.includes(schemeOf(to))) link.href = to;
  if (!web.includes(schemeOf(to))) link.href = to; // flow: record -> link
  if (web.includes(schemeOrSafe(to))) link.href = to; // flow: record -> link
  if (schemeOf(to) === 'https:') link.href = to;
  if (originOf(to) === 'https://intra.example.jp') location.href = to;
  const origin = originOf(to);
  if (!origin) location.href = to; // flow: record -> navigation

  const parsed = new URL(to, location.href);
  if (!scripts.includes(parsed.protocol)) link.href = to;
  if (!scripts.slice(1).includes(parsed.protocol)) link.href = to; // flow: record -> link
  if (!scripts.includes(to)) link.href = to; // flow: record -> link
  if (!scripts.includes(to.protocol)) link.href = to; // flow: record -> link
  if (parsed.protocol !== 'javascript:' && parsed.protocol !== 'data:' && parsed.protocol !== 'vbscript:') link.href = to;
  if (parsed.protocol !== 'javascript:') link.href = to; // flow: record -> link
  if (!scripts.includes(parsed.protocol)) location.href = to; // flow: record -> navigation

  const known = async (path) => {
    const { apps } = await kintone.api('/k/v1/apps', 'GET', {});
    return apps.some((app) => path === `/k/${app.appId}/`);
  };
  const guessed = async (path) => {
    const { apps } = await kintone.api('/k/v1/apps', 'GET', {});
    return apps.some((app) => path === `/${app.code}/`);
  };
  if (await known(to)) location.href = to;
  if (known(to)) location.href = to; // flow: record -> navigation
  if (await guessed(to)) location.href = to; // flow: record -> navigation
});
