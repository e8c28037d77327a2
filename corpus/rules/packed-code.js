(() => {
  'use strict';
  eval(function(p,a,c,k,e,d){while(c--){p=p.replace(c,k[c])}return p}('0(1)',2,2,'alert|name'.split('|'),0,{})); // expect: packed-code
  // eval(function(p,a,c,k,e,d) という形は使わないでください
})();
