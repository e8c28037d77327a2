// A fixed beginning settles where a URL goes.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.コード.value;
  const a = document.createElement('a');
  a.href = 'https://www.city.example.jp/?q=' + v;
  a.href = '/k/12/show#record=' + v;
  a.href = '#' + v;
  a.href = 'https://www.city.example.jp' + v; // flow: record -> link
  a.href = 'https:' + v; // flow: record -> link
  a.href = v + '/x'; // flow: record -> link
  const base = 'https://www.city.example.jp/';
  a.href = `${base}${v}`;
  location.href = base + v;
  location.href = v; // flow: record -> navigation
  location.assign(v); // flow: record -> navigation
  window.open('/k/' + kintone.app.getId() + '/show#record=' + v);
  window.open(v); // flow: record -> opened // flow: record -> opened-freely
  location = v; // flow: record -> navigation
});
location.href = location.href + '&x=1';
location.href = `${window.location.href}#top`;
location.href = location.href.split('next=')[1]; // flow: url -> navigation
location.href = new URLSearchParams(location.search).get('next'); // flow: url -> navigation
location.href = new URL(location.href).searchParams.get('next'); // flow: url -> navigation
location.href = '/k/1/' + location.search;
