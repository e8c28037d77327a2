// Who chooses the first of two keys can reach the prototype that all objects share.
const params = new URLSearchParams(location.search);
const settings = {};
settings[params.get('group')][params.get('name')] = params.get('value'); // flow: url -> property-key
settings[params.get('name')] = 'x';
settings.fixed[params.get('name')] = 'x';
const group = params.get('group');
if (group !== '__proto__' && group !== 'constructor') {
  settings[group].name = 'x';
  settings[group][params.get('name')] = 'x';
}
if (group !== '__proto__') {
  settings[group][params.get('name')] = 'x'; // flow: url -> property-key
}
const DANGEROUS = ['__proto__', 'constructor', 'prototype'];
if (!DANGEROUS.includes(group)) {
  settings[group][params.get('name')] = 'x';
}
if (Object.hasOwn(settings, group)) {
  settings[group][params.get('name')] = 'x';
}
function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === 'object') {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key]; // flow: url -> property-key
    }
  }
}
merge(settings, JSON.parse(decodeURIComponent(location.hash.slice(1))));
function safeMerge(target, source) {
  for (const key in source) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (typeof source[key] === 'object') {
      safeMerge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
}
safeMerge(settings, JSON.parse(decodeURIComponent(location.hash.slice(1))));
// Names that a table gives.
const OUTLETS = { html: 'innerHTML', text: 'textContent' };
const OUTLET_LIST = ['title', 'innerHTML'];
kintone.events.on('app.record.detail.show', ({ record }) => {
  const v = record.件名.value;
  const el = document.createElement('p');
  const put = (mode, text) => {
    el[OUTLETS[mode] ?? 'textContent'] = text; // flow: record -> html
  };
  put('html', v);
  const label = (mode, text) => {
    el[OUTLETS[mode] || 'textContent'] = text;
  };
  label('text', v);
  label('html', 'x');
  el[OUTLET_LIST[1]] = v; // flow: record -> html
  el[OUTLET_LIST[0]] = v;
  el[`inner${'HTML'}`] = v; // flow: record -> html
});
