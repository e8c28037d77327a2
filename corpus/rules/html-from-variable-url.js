// 画面に書き込むHTMLを取りに行くURL
(($) => {
  'use strict';

  const pages = { faq: '/k/help/faq.html', terms: '/k/help/terms.html' };
  const key = location.hash.slice(1); // source: html-from-variable-url
  $('#help').load(key); // expect: html-from-variable-url
  $('#help').load(pages[key === 'terms' ? 'terms' : 'faq']);

  kintone.events.on('app.record.detail.show', (event) => {
    $('#note').load(event.record.参照先.value); // source: html-from-variable-url // expect: html-from-variable-url
    $('#note').load(`/k/help/${encodeURIComponent(event.record.参照先.value)}.html`);
    return event;
  });
})(jQuery);
