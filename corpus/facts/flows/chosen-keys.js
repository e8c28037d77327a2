// A method or property that is one of a few names: each that means something is looked at.
(function ($) {
  const ways = { top: 'innerHTML', side: 'textContent' };
  const quiet = { top: 'textContent', side: 'title' };
  $.fn.ticker = function (options) {
    const settings = $.extend({}, { items: [], method: 'html', prefix: '*' }, options);
    return this.each(function () {
      $(this)[settings.method](settings.prefix + settings.items[0]); // flow: record -> html
    });
  };
  $.fn.calmTicker = function (options) {
    const settings = $.extend({}, { items: [], method: 'text', prefix: '*' }, options);
    return this.each(function () {
      $(this)[settings.method](settings.prefix + settings.items[0]);
    });
  };
  kintone.events.on('app.record.index.show', (event) => {
    const items = event.records.map((record) => record.お知らせ.value);
    const space = kintone.app.getHeaderMenuSpaceElement();
    const $bar = $('<div>').appendTo(space);
    $bar.ticker({ items, interval: 3000 });
    $bar.calmTicker({ items, interval: 3000 });
    const how = event.viewId === 1 ? 'html' : 'text';
    $bar[how](items[0]); // flow: record -> html
    $bar[event.viewId === 1 ? 'text' : 'val'](items[0]);
    space[ways[event.type]] = items[0]; // flow: record -> html
    space[quiet[event.type]] = items[0];
    for (const name of ['title', 'innerHTML']) space[name] = items[0]; // flow: record -> html
    for (const name of ['title', 'textContent']) space[name] = items[0];
    space.setAttribute(event.viewId === 1 ? 'title' : 'onclick', items[0]); // flow: record -> handler-attribute
    return event;
  });
})(jQuery);
