// What libraries find out about their surroundings with; any other text is told as code made from text.
(() => {
  'use strict';

  const page = Function('return this')(); // expect: function-of-fixed-text
  const made = (text) => Function('"use strict"; return (' + text + ').constructor;')(); // expect: function-of-fixed-text
  page.kazoKinds = [made('async function () {}'), made('function* () {}')];

  page.kazoAdd = new Function('a', 'return this.total + a');
  page.kazoThis = () => this;
})();
