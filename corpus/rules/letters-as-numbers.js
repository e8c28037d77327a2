(() => {
  'use strict';

  // 文字番号のまま、または一定の数を足したり排他的論理和を取ったりした番号の列
  const plain = [114, 101, 99, 111, 114, 100, 46, 103, 101, 116]; // expect: letters-as-numbers
  const title = plain.map((code) => String.fromCharCode(code)).join('');
  const SHIFT = 9;
  const word = (codes) => codes.map((code) => String.fromCharCode(code ^ SHIFT)).join('');
  const name = word([122, 108, 125, 93, 96, 125, 101, 108]); // expect: letters-as-numbers
  const view = { setTitle: (text) => (document.title = text) };
  view[name](title);

  // 数の一覧、短い印、文字にしない番号
  const widths = [120, 80, 80, 200, 160, 90, 90, 120];
  const mark = String.fromCharCode(...[239, 187, 191]);
  const signature = [137, 80, 78, 71, 13, 10, 26, 10];
  const isPicture = (bytes) => signature.every((each, index) => bytes[index] === each);
  kintone.events.on('app.record.index.show', (event) => {
    const total = widths.reduce((sum, each) => sum + each, 0);
    document.querySelector('#list').dataset.width = `${total}${mark}${isPicture([])}`;
    return event;
  });
})();
