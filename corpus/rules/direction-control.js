(() => {
  'use strict';
  const level = 'user‮'; // expect: direction-control
  const arabic = 'مرحبا';
})();
