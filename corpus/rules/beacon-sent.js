(() => {
  'use strict';

  window.addEventListener('pagehide', () => {
    navigator.sendBeacon('https://stat.example.com/leave', 'close'); // expect: beacon-sent
  });
  navigator.sendBeacon('/k/abiko/leave', 'close');
  const beacon = { send: () => true };
  beacon.send('https://stat.example.com/leave');
})();
