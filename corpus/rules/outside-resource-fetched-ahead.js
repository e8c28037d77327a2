// A link element fetches by its relation, without anybody clicking it.
(() => {
  'use strict';

  const ahead = document.createElement('link');
  ahead.rel = 'prefetch';
  ahead.href = 'https://annai.example/next.html'; // expect: outside-resource-fetched-ahead
  const icon = document.createElement('link');
  icon.setAttribute('rel', 'shortcut icon');
  icon.setAttribute('href', 'https://annai.example/icon.png'); // expect: outside-resource-fetched-ahead
  const own = document.createElement('link');
  own.rel = 'prefetch';
  own.href = '/k/12/';
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = 'https://annai.example/annai.css';
  const about = document.createElement('link');
  about.rel = 'license';
  about.href = 'https://annai.example/license.html';
  document.head.append(ahead, icon, own, style, about);
})();
