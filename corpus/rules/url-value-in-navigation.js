// URL の値へ移動する
(() => {
  'use strict';

  const params = new URLSearchParams(window.location.search); // source: url-value-in-navigation
  const next = params.get('next');

  document.getElementById('back').addEventListener('click', () => {
    location.href = next; // expect: url-value-in-navigation
  });
  document.getElementById('open').addEventListener('click', () => {
    window.open(next); // expect: url-value-in-navigation
    location.assign(next); // expect: url-value-in-navigation
  });

  const pages = { list: '/k/12/', portal: '/k/#/portal' };
  document.getElementById('home').addEventListener('click', () => {
    const page = pages[params.get('page')];
    if (page) {
      location.href = page;
    }
    location.href = `/k/12/show#record=${encodeURIComponent(params.get('id'))}`;
  });
})();
