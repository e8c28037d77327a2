(() => {
  'use strict';
  const mail = { Authorization: 'Bearer ' + 'SG.' + 'k3JqLm8ZxPw9Rt2YvN5bH7.Q0aUeT4cF6gWk3JqLm8ZxPw9Rt2YvN5bH7sdQ0aUeT4' }; // expect: service-key
  const source = { Authorization: 'token ' + 'ghp_' + 'k3JqLm8ZxPw9Rt2YvN5bH7sdQ0aUeT4cF6gW' }; // expect: service-key
  const sample = 'SG.your_key_goes_here_xxxx.your_key_goes_here_xxxx';
})();
