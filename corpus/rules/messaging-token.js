(() => {
  'use strict';
  const headers = {
    'X-ChatWorkToken': '5f2b9c7d1e8a4036b7d9e1f2a3c4b5d6', // expect: messaging-token
  };
  const lineToken = 'k3JqLm8ZxPw9Rt2YvN5bH7sdQ0aUeT4cF6gWyI1oXb5'; // expect: messaging-token
  const lineColor = '#06c755';
})();
