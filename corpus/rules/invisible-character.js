(() => {
  'use strict';
  const total​ = 1; // expect: invisible-character
  const family = '👨‍👩‍👧';
})();
