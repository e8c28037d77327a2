(() => {
  'use strict';
  const secretAccessKey = 'k3JqLm8ZxPw9Rt2+vN5bH7sdQ0aUeT4cF6/WyI1o'; // expect: cloud-secret-key
  const another = { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
})();
