((PLUGIN_ID) => {
  'use strict';

  const config = kintone.plugin.app.getConfig(PLUGIN_ID); // source: config-value-as-credential
  kintone.proxy('https://api.example.com/v1/', 'GET', { Authorization: `Bearer ${config.key}` }, {}); // expect: config-value-as-credential

  const request = new XMLHttpRequest();
  request.open('GET', 'https://api.example.com/v1/');
  request.setRequestHeader('X-Api-Key', config.key); // expect: config-value-as-credential

  kintone.plugin.app.proxy(PLUGIN_ID, 'https://api.example.com/v1/', 'GET', {}, {});
  kintone.proxy('https://api.example.com/v1/', 'POST', { Accept: 'application/json' }, { limit: config.limit });
})(kintone.$PLUGIN_ID);
