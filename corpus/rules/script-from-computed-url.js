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

  const begin = (address, given = {}) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      Object.assign(script, given, { async: false, onload: resolve });
      script.src = address;
      document.head.append(script);
    });
  const FILES = ['https://js.cybozu.com/luxon/3.4.4/luxon.min.js', 'https://js.cybozu.com/chartjs/v4.4.9/chart.umd.js'];
  FILES.forEach((address) => begin(address, { crossOrigin: 'anonymous' }));

  const chosen = (name) => begin(FILES.find((address) => address.includes(name)) ?? FILES[0]);
  chosen(window.abikoLibraryName);
  const either = (name) => import(FILES.find((address) => address.includes(name)) ?? name); // expect: script-from-computed-url
  either(window.abikoLibraryName);

  // A tool beside the page, or a bundle, asks for its own parts by name.
  const parts = require(`${__dirname}/../parts/${window.abikoPart}`);
  const carry = (given) => {
    const script = document.createElement('script');
    document.head.append(Object.assign(script, { src: given })); // expect: script-from-computed-url
  };
  carry(window.abikoLibraryAddress, parts);
})();
