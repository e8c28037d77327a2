// リンク先
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const url = event.record.参考URL.value; // source: link-without-scheme
    const link = document.createElement('a');
    link.textContent = '参考資料';
    link.href = url; // expect: link-without-scheme
    link.setAttribute('href', url); // expect: link-without-scheme

    const checked = document.createElement('a');
    if (/^https?:\/\//.test(url)) {
      checked.href = url;
    }
    const pinned = document.createElement('a');
    pinned.href = `https://www.city.example.lg.jp/page/${encodeURIComponent(event.record.番号.value)}`;
    return event;
  });

  jQuery(($) => {
    const record = kintone.app.record.get().record; // source: link-without-scheme
    $('#doc').attr('href', record.資料.value); // expect: link-without-scheme
    $('#doc').attr('title', record.資料.value);
  });
})();
