// 要素のスタイルから外部の画像などを読み込む
(() => {
  'use strict';

  const mark = document.createElement('span');
  mark.style.backgroundImage = 'url(https://img.example.com/mark.png)'; // expect: style-property-to-outside
  mark.style.setProperty('list-style-image', "url('https://img.example.com/dot.gif')"); // expect: style-property-to-outside
  mark.setAttribute('style', 'cursor: url(//img.example.com/hand.cur), auto'); // expect: style-property-to-outside
  $(mark).css('background', 'url(https://img.example.com/mark.png) no-repeat'); // expect: style-property-to-outside

  // Where the whole is not known, what it is made of tells where it leads.
  const icon = (name) => new URL(`lamp-${name}.gif`, 'https://img.example.com/lamps/').href;
  const paint = (el, level) => {
    const lines = ['padding-left: 24px'];
    if (level) {
      lines.push(`list-style-image: url('${icon(level)}')`);
    }
    el.setAttribute('style', lines.join('; ')); // expect: style-property-to-outside
  };
  const skins = { plain: () => ({}), paper: () => ({ '--panel': 'url(https://img.example.com/paper.jpg)' }) };
  const dress = (el, name) => {
    for (const [key, value] of Object.entries({ '--gap': '12px', ...skins[name]() })) {
      el.style.setProperty(key, value); // expect: style-property-to-outside
    }
  };
  kintone.events.on('app.record.index.show', (event) => {
    event.records.forEach((record) => paint(document.createElement('li'), record.優先度.value));
    dress(mark, 'paper');
    return event;
  });

  mark.style.backgroundImage = 'url(data:image/png;base64,iVBORw0KGgo=)';
  mark.style.background = '#fff url(/k/static/mark.png)';
  const plain = (el, level) => {
    const lines = ['padding-left: 24px'];
    if (level) {
      lines.push(`width: ${Number(level)}px`);
    }
    el.setAttribute('style', lines.join('; '));
  };
  kintone.events.on('app.record.index.show', (event) => {
    event.records.forEach((record) => plain(document.createElement('li'), record.優先度.value));
    return event;
  });
})();
