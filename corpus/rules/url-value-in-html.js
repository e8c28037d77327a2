// URL と他のウィンドウから届く値
(() => {
  'use strict';

  const params = new URLSearchParams(location.search); // source: url-value-in-html
  const heading = document.createElement('h2');
  heading.innerHTML = params.get('title'); // expect: url-value-in-html

  const anchor = decodeURIComponent(window.location.hash.slice(1)); // source: url-value-in-html
  document.body.insertAdjacentHTML('afterbegin', `<p>${anchor}</p>`); // expect: url-value-in-html

  window.addEventListener('message', (event) => {
    heading.innerHTML = event.data; // source: url-value-in-html // expect: url-value-in-html
  });

  // 送信元を確かめたメッセージ、文字としての表示、決まった値との比較
  window.addEventListener('message', (event) => {
    if (event.origin !== 'https://form.example.lg.jp') return;
    heading.innerHTML = event.data;
  });
  heading.textContent = params.get('title');
  const tab = params.get('tab');
  if (tab === 'list' || tab === 'chart') {
    heading.innerHTML = `<span>${tab}</span>`;
  }
})();
