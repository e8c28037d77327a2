(() => {
  'use strict';
  const order = '2|0|1'.split('|'); // expect: flattened-control-flow
  const day = '2024-01-31'.split('-');
  const row = 'a|b|c'.split('|');
})();
