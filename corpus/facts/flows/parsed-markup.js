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

// Found in it by a selector, or handed on one by one.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.本文.value;
  const el = kintone.app.record.getSpaceElement('view');
  const parsed = new DOMParser().parseFromString(v, 'text/html');
  el.append(parsed.querySelector('p').textContent);
  el.append(parsed.querySelector('p')); // flow: record -> node
  parsed.querySelectorAll('p').forEach((each) => el.append(each.textContent));
  parsed.querySelectorAll('p').forEach((each) => el.append(each)); // flow: record -> node
  document.querySelectorAll('p').forEach((each) => el.append(each));
  el.innerHTML = parsed.querySelector('p').outerHTML; // flow: record -> html
  jQuery.parseHTML(v).forEach((each) => el.append(each.textContent));
  jQuery.parseHTML(v).forEach((each) => el.append(each)); // flow: record -> node
});
