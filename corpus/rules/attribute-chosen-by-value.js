// Attributes of elements whose names a record's text decides, and those that the code chose itself.
(() => {
  'use strict';

  const ALLOWED = ['class', 'title', 'lang'];
  const made = (tag, attributes) => {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    return node;
  };

  const described = ({ tag, attrs }) => {
    const node = document.createElement(tag === 'em' ? 'em' : 'span');
    Object.entries(attrs ?? {})
      .forEach(([name, value]) => node.setAttribute(name, value)); // expect: attribute-chosen-by-value
    Object.entries(attrs ?? {})
      .filter(([name]) => ALLOWED.includes(name))
      .forEach(([name, value]) => node.setAttribute(name, value));
    return node;
  };

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('view');
    const looks = JSON.parse(event.record.見た目.value || '{}'); // source: attribute-chosen-by-value
    for (const [name, value] of Object.entries(looks)) space.setAttribute(name, value); // expect: attribute-chosen-by-value
    $(space).attr(looks.name, looks.value); // expect: attribute-chosen-by-value
    $(space).attr(looks); // expect: attribute-chosen-by-value
    for (const [name, value] of Object.entries(looks)) {
      if (!ALLOWED.includes(name)) continue;
      space.setAttribute(name, value);
    }
    space.setAttribute(`data-${looks.name}`, looks.value);
    $(space).attr({ title: looks.title });
    space.append(made('b', { title: looks.title }));
    const defs = JSON.parse(event.record.表示定義.value || '[]'); // source: attribute-chosen-by-value
    space.append(...defs.map(described));
    return event;
  });
})();
