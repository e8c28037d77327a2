(() => {
  'use strict';
  const hook = 'https://hooks.slack.com/services/' + 'T0AB12CD3/B0AB12CD3/k3JqLm8ZxPw9Rt2YvN5bH7sd'; // expect: chat-webhook
  const sample = 'https://hooks.slack.com/services/T00000000/B00000000/xxxxxxxxxxxxxxxxxxxxxxxx';
  const manual = 'https://slack.com/intl/ja-jp/help/articles/115005265063';
})();
