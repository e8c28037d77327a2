// Going through an object's properties does to each value what its name says, and nothing else.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const make = (tag, attributes) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value)); // flow: record -> link
    return made;
  };
  make('a', { class: 'plain', href: v });
  const labelled = (tag, attributes) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  };
  labelled('a', { href: '/k/', title: v });
  const written = document.createElement('a');
  const options = { title: 'x', href: v };
  for (const name in options) written.setAttribute(name, options[name]); // flow: record -> link
  const harmless = { title: v, href: '/k/' };
  for (const name in harmless) written.setAttribute(name, harmless[name]);
  for (const [name, value] of Object.entries({ ...options, id: 'b' })) {
    written.setAttribute(name, value); // flow: record -> link
  }
  for (const [name, value] of Object.entries({ ...harmless, id: 'b' })) {
    written.setAttribute(name, value);
  }
  Object.keys(options).forEach(function (name) {
    const value = options[name];
    written.setAttribute(name, value); // flow: record -> link
  });
  Object.keys(harmless).forEach(function (name) {
    const value = harmless[name];
    written.setAttribute(name, value);
  });
  const panel = document.createElement('div');
  const content = { className: 'x', innerHTML: v };
  const shown = { className: v, innerHTML: '<b>x</b>' };
  for (const name in content) panel[name] = content[name]; // flow: record -> html
  for (const name in shown) panel[name] = shown[name];
  Object.entries(content).forEach(([name, value]) => { panel[name] = value; }); // flow: record -> html
  Object.entries(shown).forEach(([name, value]) => { panel[name] = value; });
  Object.keys(content).forEach((name) => {
    const { [name]: value } = content;
    panel[name] = value; // flow: record -> html
  });
  function set(target, name, value) {
    target.setAttribute(name, value); // flow: record -> link
  }
  set(written, 'href', v);
  set(written, 'title', 'x');
  function label(target, name, value) {
    target.setAttribute(name, value);
  }
  label(written, 'href', '/k/');
  label(written, 'title', v);
  function load(tag, address) {
    const made = document.createElement(tag);
    made.src = address; // flow: record -> script-url
    return made;
  }
  load('script', v);
  load('img', '/k/a.png');
  function picture(tag, address) {
    const made = document.createElement(tag);
    made.src = address; // flow: record -> resource-url
    return made;
  }
  picture('script', '/k/a.js');
  picture('img', v);
  return event;
});
