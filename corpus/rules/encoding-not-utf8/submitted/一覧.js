(() => {
  'use strict';
  // ˆê——‰æ–Ê‚É‡Œv‚ğ•\¦‚·‚é(Œ©–{)
  kintone.events.on('app.record.detail.show', (event) => event);
})();
