/*! jQuery v3.7.1 | (c) OpenJS Foundation and other contributors | jquery.org/license */ // expect: library-in-name-only
(() => {
  'use strict';
  window.menu = { title: '配布されているものとは違います' };
})();
/*! jQuery v3.7.1 の後ろに書かれた説明は、名乗りではありません */
