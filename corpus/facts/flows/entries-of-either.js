// What is gone through is data of a record or, where there is none, an object of the code's own: names and values of both.
const build = ({ tag, attrs }) => {
  const node = document.createElement(tag === 'em' ? 'em' : 'span');
  Object.entries(attrs ?? {}).forEach(([name, value]) => {
    node.innerHTML = name; // flow: record -> html
    node.innerHTML = value; // flow: record -> html
  });
  const chosen = tag ? attrs : { title: 'x' };
  for (const [name, value] of Object.entries(chosen)) {
    node.innerHTML = name; // flow: record -> html
    node.innerHTML = value; // flow: record -> html
  }
  const own = tag ? { title: 'x', lang: 'ja' } : null;
  for (const [name, value] of Object.entries(own ?? {})) {
    node.innerHTML = name;
    node.innerHTML = value;
  }
  let late = {};
  if (attrs) late = attrs;
  node.innerHTML = Object.entries(late).map(([name]) => `<b>${name}</b>`).join(''); // flow: record -> html
  node.innerHTML = Object.entries({ ...(attrs ?? {}) }).map(([name]) => `<b>${name}</b>`).join(''); // flow: record -> html
  node.innerHTML = Object.keys(attrs || {}).join(''); // flow: record -> html
  node.innerHTML = Object.values(attrs || {}).join(''); // flow: record -> html
  node.innerHTML = Object.values(own || {}).join('');
  return node;
};
const label = (parts = { first: 'x', second: 'y' }) => Object.entries(parts).map(([name, value]) => `${name}=${value}`).join();
document.body.innerHTML = label();
kintone.events.on('app.record.detail.show', (event) => {
  JSON.parse(event.record.表示定義.value || '[]').map(build);
  return event;
});
