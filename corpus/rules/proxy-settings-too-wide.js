((PLUGIN_ID) => {
  'use strict';
  const key = document.getElementById('key');
  const headers = () => ({ Authorization: `Bearer ${key.value}` });
  const save = () => kintone.plugin.app.setProxyConfig('https://api.example.com', 'POST', headers(), {}); // expect: proxy-settings-too-wide
  const { app } = kintone.plugin;
  const saveAny = () => app.setProxyConfig('https://', 'GET', headers(), {}); // expect: proxy-settings-too-wide

  const saveWell = () => app.setProxyConfig('https://api.example.com/v1/mail/', 'POST', headers(), {});
  const saveHost = () => app.setProxyConfig('https://api.example.com/', 'POST', headers(), {});
  const saveAsked = () => app.setProxyConfig(document.getElementById('url').value, 'POST', headers(), {});
  return { save, saveAny, saveWell, saveHost, saveAsked, id: PLUGIN_ID };
})(kintone.$PLUGIN_ID);
