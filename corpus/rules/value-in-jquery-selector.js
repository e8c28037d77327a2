// $( ) に渡す値
(($) => {
  'use strict';

  kintone.events.on('app.record.index.show', (event) => {
    event.records.forEach((record) => { // source: value-in-jquery-selector
      $(record.表示欄.value).addClass('重要'); // expect: value-in-jquery-selector
      $('<li>').text(record.件名.value).appendTo('#list');
      $('#row-' + $.escapeSelector(record.番号.value)).hide();
    });
    return event;
  });

  $(decodeURIComponent(location.hash.slice(1))).show(); // source: value-in-jquery-selector // expect: value-in-jquery-selector
  $(location.hash).show(); // begins with # and finds an element, whatever follows
  $('#' + location.hash.slice(1)).show();
  const place = kintone.plugin.app.getConfig('abc').place; // source: value-in-jquery-selector
  $(place, document).hide(); // expect: value-in-jquery-selector
  $(document).find(place).hide();
  $('#固定の場所').show();
})(jQuery);
