// Which function is called: any of the page's, or one of those that were written for it.
(() => {
  'use strict';

  const actions = {
    list: (text) => { document.title = text; },
    search: (text) => { document.title = text; },
  };
  const found = (name) => actions[name] || window[name];

  kintone.events.on('app.record.index.show', (event) => {
    const name = location.hash.slice(1); // source: function-chosen-by-value
    window[name]('x'); // expect: function-chosen-by-value
    const action = found(name);
    if (typeof action === 'function') action('x'); // expect: function-chosen-by-value
    const own = actions[name];
    if (typeof own === 'function') own('x');
    if (['showList', 'showSearch'].includes(name)) window[name]('x');
    const named = _.get(window, name);
    if (_.isFunction(named)) named('x'); // expect: function-chosen-by-value
    Reflect.get(window, name)('x'); // expect: function-chosen-by-value
    if (['showList', 'showSearch'].includes(name)) _.get(window, name)('x');
    if (Object.hasOwn(actions, name)) _.get(actions, name)('x');
    _.get(window, 'app.showList')('x');
    window[`app_${name}`]('x');
    return event;
  });
})();
