(() => {
  'use strict';

  const cookies = document.cookie.split(';'); // expect: cookie-used
  document.cookie = 'tab=list; path=/'; // expect: cookie-used

  const recipe = { cookie: 'biscuit' };
  return cookies.length + recipe.cookie.length;
})();
