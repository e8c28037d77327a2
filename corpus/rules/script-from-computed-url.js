(() => {
  'use strict';

  const load = (address) => {
    const script = document.createElement('script');
    script.src = address; // expect: script-from-computed-url
    document.head.append(script);
  };
  load(window.abikoLibraryAddress);

  const fixed = document.createElement('script');
  fixed.src = 'https://js.cybozu.com/chartjs/v4.4.9/chart.umd.min.js';
  document.head.append(fixed);
})();
