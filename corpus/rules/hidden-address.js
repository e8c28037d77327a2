// Where a request goes is written so that nobody can read it.
((PLUGIN_ID) => {
  'use strict';

  const endpoint = atob('aHR0cHM6Ly9rYWt1bmluLmV4YW1wbGUuanAvdjIvY2hlY2s='); // expect: hidden-address
  kintone.proxy(endpoint, 'POST', {}, { plugin: PLUGIN_ID });
  kintone.proxy('https://' + atob('aGlrYWUuZXhhbXBsZS5qcA==') + '/v1', 'GET', {}, {}); // expect: hidden-address
  const away = 'kcehc/pj.elpmaxe.onihsu//:sptth'; // expect: hidden-address
  kintone.proxy(away.split('').reverse().join(''), 'GET', {}, {});

  kintone.proxy('https://madoguchi.example.jp/v2/check', 'GET', {}, {});
  kintone.proxy('https://' + 'shisetsu.' + 'example.jp' + '/v2', 'GET', {}, {});
  kintone.proxy(decodeURIComponent('https%3A%2F%2Ftoshokan.example.jp%2Fv1'), 'GET', {}, {});
  const label = atob('aHR0cHM6Ly9jaHV1aS5leGFtcGxlLmpwLw==');
  document.title = label;
  const logo = 'data:image/png;base64,iVBORw0KGgo=';
  document.querySelector('img').src = logo;
})(kintone.$PLUGIN_ID);
