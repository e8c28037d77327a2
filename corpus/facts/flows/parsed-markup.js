// Markup that is parsed outside the page is harmless until its nodes are put into the page.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.本文.value;
  const el = kintone.app.record.getSpaceElement('view');
  const parsed = new DOMParser().parseFromString(v, 'text/html');
  el.textContent = parsed.body.textContent;
  el.append(parsed.body.textContent);
  el.append(document.createTextNode(parsed.title));
  el.append(parsed.body.firstChild); // flow: record -> node
  for (const child of [...parsed.body.childNodes]) {
    el.appendChild(document.importNode(child, true)); // flow: record -> node
  }
  const clean = new DOMParser().parseFromString(DOMPurify.sanitize(v), 'text/html');
  el.replaceChildren(...clean.body.childNodes);
  el.append(v);
  const p = document.createElement('p');
  p.textContent = v;
  el.append(p);
});
