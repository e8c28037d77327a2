(() => {
  'use strict';

  const total = eval('1 + 2'); // expect: eval-call
  const run = window.eval; // 別名で呼んでも同じ
  run('total = 3'); // expect: eval-call
  (0, eval)('void 0'); // expect: eval-call

  const evaluate = (a, b) => a + b;
  evaluate(1, 2);
  const own = { eval: (text) => text.length };
  own.eval(String(total));
})();
