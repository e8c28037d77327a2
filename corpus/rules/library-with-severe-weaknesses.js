// A library is what it is, whether an element of the page or the script loads it.
(() => {
  'use strict';

  $.getScript('https://js.cybozu.com/momentjs/2.24.0/moment.min.js'); // expect: library-with-severe-weaknesses
  $.getScript('https://js.cybozu.com/momentjs/2.30.1/moment.min.js');
})();
