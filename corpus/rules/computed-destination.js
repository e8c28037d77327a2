((PLUGIN_ID) => {
  'use strict';

  const config = kintone.plugin.app.getConfig(PLUGIN_ID);
  kintone.proxy(config.endpoint, 'GET', {}, {}); // expect: computed-destination
  fetch(`https://${config.subdomain}.example.com/api`); // expect: computed-destination

  const ENDPOINT = 'https://api.example.com/v1/';
  kintone.proxy(ENDPOINT + encodeURIComponent(config.code), 'GET', {}, {});
  fetch(`/k/v1/app.json?id=${kintone.app.getId()}`);
})(kintone.$PLUGIN_ID);
