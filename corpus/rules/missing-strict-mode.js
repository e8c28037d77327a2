// 厳格モードの外にあるイベント処理
(function () {
  kintone.events.on('app.record.detail.show', function (event) { // expect: missing-strict-mode
    return event;
  });
})();

// コメントの中に 'use strict'; と書いても効かない
(function ($) {
  // 'use strict';
  kintone.events.on('app.record.index.show', function (event) { // expect: missing-strict-mode
    return event;
  });
})(jQuery);

// 関数の先頭に書いてある
(() => {
  'use strict';
  kintone.events.on('app.record.create.show', (event) => event);
})();

(async function () {
  "use strict";
  kintone.events.on('app.record.edit.show', function (event) {
    return event;
  });
})();
