(() => {
  'use strict';
  const list = ['値', '名前'];
  const wanted = 2;
  try {
    wanted.check();
  } catch (error) { list['push'](list['shift']()); } // expect: string-array-decoder
  const queue = [1, 2, 3];
  queue.push(queue.shift());
})();
