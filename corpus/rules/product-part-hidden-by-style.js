(() => {
  'use strict';

  const style = document.createElement('style');
  style.textContent = '.gaia-argoui-app-menu-delete { display: none !important; }'; // expect: product-part-hidden-by-style
  document.head.appendChild(style);
  const css = `
    .abiko-note { color: red; }
    .statusbar-gaia .action { visibility: hidden; }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css); // expect: product-part-hidden-by-style

  const own = document.createElement('style');
  own.textContent = '.abiko-note { display: none; }';
  document.head.appendChild(own);
  const larger = document.createElement('style');
  larger.textContent = '.gaia-argoui-app-menu { font-size: 120%; } .abiko-note { display: none; }';
  document.head.appendChild(larger);
})();
