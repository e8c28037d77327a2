(() => {
  'use strict';
  const target = String.fromCharCode(104, 116, 116, 112, 115, 58, 47, 47, 101, 120, 97, 109, 112, 108, 101, 46, 99, 111, 109, 47, 99); // expect: character-code-list
  const letter = String.fromCharCode(65, 66);
})();
