(() => {
  'use strict';

  const frame = document.createElement('iframe');
  frame.contentWindow.postMessage({ type: 'ready' }, '*'); // expect: message-to-any-target
  window.parent.postMessage('done', '*'); // expect: message-to-any-target
  window.postMessage('done', '*'); // to the own page

  frame.contentWindow.postMessage({ type: 'ready' }, 'https://form.example.lg.jp');
  const worker = { postMessage: (data) => data };
  worker.postMessage('*');
})();
