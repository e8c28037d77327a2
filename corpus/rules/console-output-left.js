(() => {
  'use strict';
  kintone.events.on('app.record.index.show', (event) => {
    console.log('一覧を表示しました'); // expect: console-output-left
    console.table([1, 2, 3]); // expect: console-output-left
    debugger; // expect: console-output-left
    const shown = 'console.log(1)';
    console.error('集計欄を表示できませんでした', shown.length);
    return event;
  });
})();
