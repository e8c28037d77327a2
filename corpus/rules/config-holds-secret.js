((PLUGIN_ID) => {
  'use strict';

  const field = (id) => document.getElementById(id).value;
  const save = () => {
    const settings = { apiKey: field('key'), target: field('target') };
    kintone.plugin.app.setConfig(settings, () => { // expect: config-holds-secret
      kintone.plugin.app.setProxyConfig('https://api.example.com/', 'GET', { 'X-Api-Key': field('key') }, {});
    });
  };
  const saveLogin = () => kintone.plugin.app.setConfig({ user: field('user'), password: field('pw') }); // expect: config-holds-secret

  const saveFlags = () => kintone.plugin.app.setConfig({ apiTokenConfigured: String(!!field('key')), hasApiKey: 'true', secret_set: '1' });
  const saveBoth = () => kintone.plugin.app.setConfig({ apiTokenConfigured: 'true', apiTokenValue: field('key') }); // expect: config-holds-secret

  const saveDisplay = () => kintone.plugin.app.setConfig({ color: field('color'), 表示件数: field('rows'), keyField: field('code') });
  document.getElementById('save').addEventListener('click', save);
  return { saveLogin, saveFlags, saveBoth, saveDisplay, id: PLUGIN_ID };
})(kintone.$PLUGIN_ID);
