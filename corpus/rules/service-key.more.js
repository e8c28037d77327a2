(() => {
  'use strict';
  const design = 'figd_aB3dE5gH7jK9mN1pQ3rS5tU7vW9xY1zA3bC5dE7f'; // expect: service-key
  const data = 'dapi0a1b2c3d4e5f60718293a4b5c6d7e8f9'; // expect: service-key
  const rows = 'sb_secret_aB3dE5gH7jK9mN1pQ3rS5tU7v'; // expect: service-key
  const open = 'sb_publishable_aB3dE5gH7jK9mN1pQ3rS5tU7v';
  const file = 'figd_2024';
  document.title = [design, data, rows, open, file].join();
})();
