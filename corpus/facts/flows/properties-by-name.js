// A property of an element under a name that came from outside: it may be innerHTML. One out of a list, or of what the
// code itself has written out, is not chosen by others; nor is data or a style of an element HTML.
const make = (tag, given) => {
  const made = document.createElement(tag);
  Object.keys(given).forEach((name) => {
    made[name] = given[name];
  });
  return made;
};
const settle = (target, text) => {
  for (const [name, value] of Object.entries(JSON.parse(text))) {
    target[name] = value; // flow: record -> attribute-name
    target.dataset[name] = value;
    target.style[name] = value;
    if (['title', 'lang'].includes(name)) target[name] = value;
  }
};
kintone.events.on('app.record.detail.show', (event) => {
  const { 名前, 内容, 見た目 } = event.record;
  const space = kintone.app.record.getSpaceElement('panel');
  space.append(make('p', { title: 名前.value, textContent: 内容.value }));
  settle(space, 見た目.value);
  document.querySelectorAll('.panel').forEach((each) => {
    each[名前.value] = 内容.value; // flow: record -> attribute-name
    each[名前.value] = true;
  });
  const kept = {};
  kept[名前.value] = 内容.value;
});
