((PLUGIN_ID) => {
  'use strict';

  const ENDPOINT = 'https://api.example.com/v1/messages/';
  const field = (id) => document.getElementById(id).value;
  const bearer = (token) => `Bearer ${token}`;

  const saveTwice = () => {
    const settings = { service: field('credential'), target: field('target') };
    kintone.plugin.app.setConfig(settings, () => { // expect: secret-in-both-stores
      kintone.plugin.app.setProxyConfig(ENDPOINT, 'POST', { Authorization: bearer(field('credential')) }, {});
    });
  };

  const saveAsText = (form) => {
    const chosen = form.elements.chosen.value.trim();
    const headers = {};
    headers['X-Service'] = chosen;
    kintone.plugin.app.setProxyConfig(ENDPOINT, 'PUT', headers, {}, () => {
      kintone.plugin.app.setConfig({ all: JSON.stringify({ c: form.elements.chosen.value, t: form.elements.target.value }) }); // expect: secret-in-both-stores
    });
  };

  const saveWithJquery = () => {
    kintone.plugin.app.setProxyConfig(ENDPOINT, 'GET', { Accept: 'application/json' }, { code: $('#code').val() });
    localStorage.setItem('last', $('#code').val()); // expect: secret-in-both-stores
  };

  // The same helper asks for something else, or what is stored twice is no key.
  const saveOnce = (form) => {
    const type = field('type');
    kintone.plugin.app.setProxyConfig(field('url'), 'DELETE', { Authorization: bearer(field('password')), 'Content-Type': type }, {});
    kintone.plugin.app.setConfig({ url: field('url'), type, target: field('target'), hasKey: String(field('password') !== '') });
    kintone.plugin.app.setConfig({ target: form.elements.target.value, shown: $('#shown').val() });
  };
  return { saveTwice, saveAsText, saveWithJquery, saveOnce, id: PLUGIN_ID };
})(kintone.$PLUGIN_ID);
