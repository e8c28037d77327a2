((PLUGIN_ID) => {
  'use strict';

  const config = kintone.plugin.app.getConfig(PLUGIN_ID);
  kintone.proxy(config.endpoint, 'GET', {}, {}); // expect: computed-destination
  fetch(`https://${config.subdomain}.example.com/api`); // expect: computed-destination

  const ENDPOINT = 'https://api.example.com/v1/';
  kintone.proxy(ENDPOINT + encodeURIComponent(config.code), 'GET', {}, {});
  fetch(`/k/v1/app.json?id=${kintone.app.getId()}`);

  // One of the addresses in a table, whichever it is; or whatever the page's own address says.
  const ROUTES = new Map([['v1', '/k/v1/app.json'], ['guest', '/k/guest/3/v1/app.json']]);
  const named = new URLSearchParams(window.location.search).get('api');
  const route = () => ROUTES.get(named) ?? ROUTES.get('v1');
  const opened = () => ROUTES.get(named) ?? named;
  fetch(`${route()}?id=1`);
  fetch(`${opened()}?id=1`); // expect: computed-destination

  // The host was tested by a function that gets nothing but the host.
  const isOwn = (host) => host === location.hostname;
  const isOurs = (host) => host.endsWith('.cybozu.com');
  const isAlike = (host) => /cybozu\.com$/.test(host);
  const held = (host) => {
    if (host !== 'api.example.com') throw new Error('許可されていない接続先です');
  };
  const address = new URL(config.endpoint);
  if (isOwn(address.hostname)) kintone.proxy(address.toString(), 'GET', {}, {});
  if (isOurs(address.hostname)) kintone.proxy(address.href, 'GET', {}, {});
  if (isAlike(address.hostname)) kintone.proxy(address.href, 'GET', {}, {}); // expect: computed-destination
  if (isOwn(address.pathname)) kintone.proxy(address.href, 'GET', {}, {}); // expect: computed-destination
  held(address.host);
  kintone.proxy(address.href, 'GET', {}, {});
})(kintone.$PLUGIN_ID);
