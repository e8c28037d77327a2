(() => {
  'use strict';

  kintone.events.on('app.record.edit.show', (event) => {
    const group = document.querySelector('.control-gaia');
    group.style.pointerEvents = event.record.種別.value ? 'none' : ''; // expect: product-part-deactivated
    group.style.opacity = '0.4';
    jQuery('.button-simple-cybozu').css({ pointerEvents: 'none', color: 'gray' }); // expect: product-part-deactivated

    group.style.pointerEvents = 'auto';
    jQuery('.button-simple-cybozu').css({ color: 'gray' });
    document.querySelector('.abiko-panel').style.pointerEvents = 'none';
    return event;
  });
})();
