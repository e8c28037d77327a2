(function (ns) {
  'use strict';

  // スマートフォンでは閲覧だけを行う。
  kintone.events.on(['mobile.app.record.create.show', 'mobile.app.record.edit.show'], function (event) {
    Object.keys(event.record).forEach(function (code) {
      event.record[code].disabled = true;
    });
    return event;
  });

  kintone.events.on('mobile.app.record.detail.show', function (event) {
    var header = kintone.mobile.app.getHeaderSpaceElement();
    var note = document.createElement('div');
    note.style.padding = '8px 12px';
    note.innerText = '受付番号 ' + (event.record['受付番号'].value || '(未採番)') + ' / 今日 ' + ns.today();
    header.appendChild(note);
    return event;
  });

  kintone.events.on(['mobile.app.record.create.submit', 'mobile.app.record.edit.submit'], function (event) {
    event.error = '受付の登録はパソコンから行ってください。';
    return event;
  });
})(window.zeiShoumei);
