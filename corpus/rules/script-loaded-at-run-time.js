(() => {
  'use strict';

  const script = document.createElement('script');
  script.src = 'https://cdn.jsdelivr.net/npm/chart.js@4.4.9/dist/chart.umd.js'; // expect: script-loaded-at-run-time
  document.head.appendChild(script);

  $.getScript('https://widgets.example.com/' + 'calendar.js'); // expect: script-loaded-at-run-time
  import('https://esm.sh/luxon@3.6.1'); // expect: script-loaded-at-run-time

  const load = (src) =>
    document.head.append(Object.assign(document.createElement('script'), { src, defer: true })); // expect: script-loaded-at-run-time
  load('https://unpkg.com/dayjs@1.11.13/dayjs.min.js');
  const loadChecked = (src, integrity) =>
    document.head.append(Object.assign(document.createElement('script'), { src, integrity, crossOrigin: 'anonymous' }));
  loadChecked('https://unpkg.com/dayjs@1.11.13/dayjs.min.js', 'sha384-' + 'A'.repeat(64));

  const fromCybozu = document.createElement('script');
  fromCybozu.src = 'https://js.cybozu.com/luxon/3.6.1/luxon.min.js';
  const photo = document.createElement('img');
  photo.src = 'https://images.example.com/logo.png';
})();
