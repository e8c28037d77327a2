// Conditions that a request carries as JSON, or that the address of a list of records holds.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const esc = (x) => x.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
  const send = (query) => fetch('/k/v1/records.json', { // flow: record -> query
    method: 'POST',
    headers: { 'X-HTTP-Method-Override': 'GET' },
    body: JSON.stringify({ app: 3, query, __REQUEST_TOKEN__: kintone.getRequestToken() }),
  });
  send('件名 = "' + v + '"');
  const sent = (query) => fetch('/k/v1/records.json', { method: 'POST', body: JSON.stringify({ app: 3, query }) });
  sent('件名 = "' + esc(v) + '"');
  fetch('https://search.example.lg.jp/', { method: 'POST', body: JSON.stringify({ query: v }) });
  $.ajax({ url: '/k/v1/records.json', method: 'POST', data: JSON.stringify({ app: 3, query: '件名 = "' + v + '"' }) }); // flow: record -> query
  $.ajax({ url: '/k/v1/records.json', method: 'POST', data: JSON.stringify({ app: 3, query: `件名 = "${esc(v)}"` }) });
  const list = '/k/' + kintone.app.getId() + '/?query=';
  location.href = list + encodeURIComponent('件名 like "' + v + '"'); // flow: record -> query
  location.href = list + encodeURIComponent('件名 like "' + esc(v) + '"');
  location.assign(`/k/3/?view=20&query=${encodeURIComponent(`件名 = "${v}"`)}`); // flow: record -> query
  window.open(list + encodeURIComponent('番号 = ' + Number(v)));
  window.open(list + encodeURIComponent('番号 = ' + v)); // flow: record -> query
});
