// What is written into a template, or a document of its own, is kept and does nothing until its nodes are in the page.
const toNodes = (text) => {
  const holder = document.createElement('template');
  holder.innerHTML = text.trim(); // flow: record -> html
  return holder.content;
};
const toText = (text) => {
  const holder = document.createElement('template');
  holder.innerHTML = text;
  return holder.content.textContent;
};
kintone.events.on('app.record.detail.show', (event) => {
  const notice = event.record.お知らせ.value;
  const space = kintone.app.record.getSpaceElement('notice');
  space.append(document.importNode(toNodes(notice), true)); // flow: record -> node
  space.append(toText(notice));
  space.innerHTML = toText(notice); // flow: record -> html
  const kept = document.createElement('template');
  kept.innerHTML = notice;
  document.title = kept.content.querySelector('h2').textContent;
  const shown = document.createElement('template');
  shown.innerHTML = `<section>${notice}</section>`; // flow: record -> html
  space.replaceChildren(...shown.content.childNodes); // flow: record -> node
  const escaped = document.createElement('template');
  escaped.innerHTML = `<section>${_.escape(notice)}</section>`;
  space.append(escaped.content.cloneNode(true));
  const filled = document.createElement('template');
  filled.innerHTML = '<section></section>';
  filled.content.firstChild.textContent = notice;
  space.append(filled.content);
  const apart = document.implementation.createHTMLDocument('');
  apart.body.innerHTML = notice; // flow: record -> html
  space.append(apart.body.firstChild); // flow: record -> node
  const read = document.implementation.createHTMLDocument('');
  read.body.innerHTML = notice;
  document.title = read.body.textContent;
});
