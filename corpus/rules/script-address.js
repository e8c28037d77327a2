(() => {
  'use strict';

  const link = document.createElement('a');
  link.href = 'javascript:void(0)'; // expect: script-address
  link.setAttribute('href', 'JavaScript:save()'); // expect: script-address
  location.href = 'javascript:history.back()'; // expect: script-address

  const top = document.createElement('a');
  top.href = '#top';
  const help = document.createElement('a');
  help.href = 'https://www.city.example.lg.jp/javascript:about';
  link.addEventListener('click', () => top.focus());
})();
