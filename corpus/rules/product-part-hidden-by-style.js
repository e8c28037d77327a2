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

// Style sheets put together of lists and objects that a function is given: of the product's parts, and of its own.
(() => {
  'use strict';

  const sheet = (rules) => {
    const style = document.createElement('style');
    style.textContent = Object.entries(rules) // expect: product-part-hidden-by-style
      .map(([selector, declarations]) => `${selector}{${declarations}}`)
      .join('\n');
    document.head.append(style);
  };
  const hide = (names) => {
    const style = document.createElement('style');
    style.textContent = `${names.join(', ')} { display: none; }`; // expect: product-part-hidden-by-style
    document.head.append(style);
  };
  const note = (rules) => {
    const style = document.createElement('style');
    style.textContent = Object.entries(rules)
      .map(([selector, declarations]) => `${selector}{${declarations}}`)
      .join('\n');
    document.head.append(style);
  };

  kintone.events.on('app.record.detail.show', (event) => {
    sheet({ '.gaia-app-statusbar-action': 'display:none !important' });
    hide(['.plg-note', '.gaia-argoui-app-menu-edit']);
    note({ '.plg-note': 'color:#c00; font-weight:bold', '.plg-old': 'display:none' });
    return event;
  });
})();

// In pieces that only meet while the code runs
(() => {
  'use strict';

  const text = (names) => {
    let lines = '';
    for (let i = 0, name; (name = names[i]); i += 1) {
      lines += '[class*="gaia-argoui-app-' + name + '"]{opacity:0;pointer-events:none}\n';
    }
    return lines;
  };
  const add = (lines) => {
    const style = document.createElement('style');
    style.innerHTML = lines; // expect: product-part-hidden-by-style
    document.head.append(style);
  };
  add(text(['view', 'filter']));

  const own = (names) => {
    let lines = '';
    for (let i = 0, name; (name = names[i]); i += 1) {
      lines += '.plg-' + name + '{opacity:0;pointer-events:none}\n';
    }
    return lines;
  };
  const put = (lines) => {
    const style = document.createElement('style');
    style.innerHTML = lines;
    document.head.append(style);
  };
  put(own(['view', 'filter']));
})();
