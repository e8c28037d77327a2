(() => {
  'use strict';
  const accessKeyId = 'AKIA' + 'Q3ZT7MWN2PLXK5DB'; // expect: cloud-key
  const documented = 'AKIAIOSFODNN7EXAMPLE';
})();
