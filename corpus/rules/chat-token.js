(() => {
  'use strict';
  const slack = 'xoxb-' + '204918375562-73jd92kfQpLm4Zx81Rt'; // expect: chat-token
  const sample = 'xoxb-your-token-goes-here-please';
})();
