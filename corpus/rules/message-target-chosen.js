// Whoever opens this page says which site gets what is typed here.
(() => {
  'use strict';

  const form = document.getElementById('toiawase');
  const named = new URLSearchParams(location.search).get('origin'); // source: message-target-chosen
  const ALLOWED = ['https://form.example.lg.jp', 'https://madoguchi.example.lg.jp'];
  form.addEventListener('submit', () => {
    const values = Object.fromEntries(new FormData(form));
    window.opener.postMessage({ type: 'filled', values }, named); // expect: message-target-chosen
    window.opener.postMessage({ type: 'filled', values }, { targetOrigin: named }); // expect: message-target-chosen
    window.opener.postMessage(values, new URL(document.referrer).origin); // source: message-target-chosen // expect: message-target-chosen
    window.opener.postMessage({ type: 'filled', values }, location.origin);
    window.opener.postMessage({ type: 'filled', values }, 'https://form.example.lg.jp');
    if (ALLOWED.includes(named)) window.opener.postMessage({ type: 'filled', values }, named);
    window.opener.postMessage({ type: 'closed' }, named);
  });
})();
