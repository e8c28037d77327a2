(() => {
  'use strict';

  const settings = cybozu.data.page.APP_PLUGIN_PROXYCONFIGS; // expect: proxy-settings-read
  const other = cybozu.data.page['APP_PLUGIN_' + 'PROXYCONFIGS']; // expect: proxy-settings-read

  const mine = kintone.plugin.app.getProxyConfig('https://api.example.com/', 'GET');
  return [settings, other, mine];
})();
