(() => {
  'use strict';
  const map = document.createElement('div');
  map.dataset.key = 'AIza' + 'SyB7kQ2mX9vR4tN6wL1pZ8cH3dF5gJ0aUeT'; // expect: google-api-key
  map.dataset.sample = 'AIzaYOUR_API_KEY_YOUR_API_KEY_YOUR_API_K';
})();
