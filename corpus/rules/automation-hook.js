(() => {
  'use strict';
  const zapier = 'https://hooks.zapier.com/hooks/catch/4829105/' + 'b3k9xq2/'; // expect: automation-hook
  const script = 'https://script.google.com/macros/s/AKfycbx' + 'Q0aUeT4cF6gWk3JqLm8ZxPw9Rt2YvN5bH7sd/exec'; // expect: automation-hook
  const manual = 'https://zapier.com/apps/kintone/integrations';
})();
