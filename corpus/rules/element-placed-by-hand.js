(($) => {
  'use strict';

  const panel = document.createElement('div');
  panel.style.position = 'fixed'; // expect: element-placed-by-hand
  panel.style.display = 'flex';
  Object.assign(panel.style, { top: '0', position: 'absolute' }); // expect: element-placed-by-hand
  Object.assign(panel.style, { position: 'relative' });

  kintone.events.on('app.record.index.show', (event) => {
    $(panel).css('position', 'fixed'); // expect: element-placed-by-hand
    $(panel).css({ position: 'absolute', right: 0 }); // expect: element-placed-by-hand
    $(panel).css({ color: 'red' });
    kintone.app.getHeaderSpaceElement().append(panel);
    return event;
  });
})(jQuery);
