// What a setting holds under the name of a link's part is no link.
((PLUGIN_ID) => {
  'use strict';

  const parsed = (raw) => {
    try {
      return JSON.parse(raw.rules || '[]');
    } catch (e) {
      return [];
    }
  };
  const config = kintone.plugin.app.getConfig(PLUGIN_ID); // source: link-without-scheme
  const rules = parsed(config);
  rules.forEach((rule) => {
    const select = document.createElement('select');
    select.value = rule.action;
    select.addEventListener('change', () => { rule.action = select.value; });
    document.body.appendChild(select);
  });
  const kept = { href: '', form: { action: '' } };
  kept.href = config.address;
  kept.form.action = config.address;
  const menu = { items: JSON.parse(config.menu) };
  menu.items[0].href = config.address;

  // An element that stands in such an object is one, and so may be what nobody was seen to put there.
  const parts = { link: document.createElement('a'), forms: [document.createElement('form')] };
  parts.link.href = config.address; // expect: link-without-scheme
  parts.forms[0].action = config.address; // expect: link-without-scheme
  const page = {};
  window.tokorozawaFill(page);
  page.link.href = config.address; // expect: link-without-scheme
  rules.forEach((rule) => {
    rule.anchor = document.querySelector(rule.selector);
    rule.anchor.href = rule.address; // expect: link-without-scheme
  });
})(kintone.$PLUGIN_ID);
