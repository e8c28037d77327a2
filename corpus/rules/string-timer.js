(() => {
  'use strict';

  setTimeout('location.reload()', 1000); // expect: string-timer
  const command = 'abiko.' + 'refresh()';
  window.setInterval(command, 60000); // expect: string-timer

  setTimeout(() => location.reload(), 1000);
  setInterval(refresh, 60000);

  function refresh() {
    kintone.showNotification('INFO', '更新しました');
  }
})();
