// Loaded by the script itself while it runs.
(() => {
  'use strict';

  const load = (url) => {
    const script = document.createElement('script');
    script.src = url;
    document.head.append(script);
  };
  const latest = document.createElement('script');
  latest.src = 'https://unpkg.com/dayjs@latest/dayjs.min.js'; // expect: version-not-fixed
  document.head.append(latest);
  $.getScript('https://cdn.jsdelivr.net/npm/luxon@3/build/global/luxon.min.js'); // expect: version-not-fixed

  $.getScript('https://cdn.jsdelivr.net/npm/luxon@3.6.1/build/global/luxon.min.js');
  load('https://intra.example.jp/menu.js');
  load('https://unpkg.com/tippy.js@6'); // expect: version-not-fixed
})();
