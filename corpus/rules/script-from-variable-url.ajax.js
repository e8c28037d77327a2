(($) => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const address = event.record.部品.value; // source: script-from-variable-url
    $.ajax({ url: address, dataType: 'script' }); // expect: script-from-variable-url
    $.ajax(address, { dataType: 'script', cache: true }); // expect: script-from-variable-url
    $.ajax({ url: address, dataType: 'json' });
    $.get(address);
    return event;
  });
})(jQuery);
