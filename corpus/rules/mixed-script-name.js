(() => {
  'use strict';
  const аdmin = 1; // expect: mixed-script-name
  const Δt = 2;
  const 管理者admin = 3;
  const имя = 4;
})();
