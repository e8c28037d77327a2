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
// What is done to each value may depend on its name.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'html') made.innerHTML = value;
      else if (name === 'text') made.textContent = value;
      else if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };
  element('p', { html: '<b>x</b>', text: v }, element('span', { html: 'x', title: v }));
  const written = (tag, attributes = {}) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'html') made.innerHTML = value; // flow: record -> html
      else made.setAttribute(name, value); // flow: record -> link
    }
    return made;
  };
  written('p', { html: v, text: 'x' });
  written('a', { html: 'x', href: v });
  const chosen = (attributes) => {
    const made = document.createElement('p');
    for (const name in attributes) {
      switch (name) {
        case 'html':
          made.innerHTML = attributes[name];
          break;
        default:
          made.title = attributes[name];
      }
    }
    return made;
  };
  chosen({ html: 'x', text: v });
  const checked = (attributes) => {
    const made = document.createElement('a');
    for (const name in attributes) {
      if (name === 'href') {
        if (/^https:\/\//.test(attributes[name])) made.href = attributes[name];
      } else made.setAttribute(name, attributes[name]);
    }
    return made;
  };
  checked({ href: v, title: v });
  return event;
});
