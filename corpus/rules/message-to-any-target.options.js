// The target may stand in an object of options.
(() => {
  'use strict';

  const frame = document.getElementById('nyuryoku');
  const card = document.getElementById('kaado');
  const OPEN = { targetOrigin: '*' };
  card.addEventListener('change', () => {
    const message = { kind: 'card', number: card.value };
    frame.contentWindow.postMessage(message, { targetOrigin: '*' }); // expect: message-to-any-target
    frame.contentWindow.postMessage(message, OPEN); // expect: message-to-any-target
    frame.contentWindow.postMessage(message, { ...OPEN, transfer: [] }); // expect: message-to-any-target
    frame.contentWindow.postMessage(message, { targetOrigin: location.origin });
    frame.contentWindow.postMessage(message, { ...OPEN, targetOrigin: 'https://form.example.lg.jp' });
    frame.contentWindow.postMessage(message, {});
    frame.contentWindow.postMessage(message);
  });
})();
