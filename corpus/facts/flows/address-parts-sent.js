// What is put into an address goes out with the request, wherever in it that is.
kintone.events.on('app.record.detail.show', (event) => {
  const asked = new URL('https://api.example.jp/search');
  asked.searchParams.set('q', event.record.氏名.value);
  fetch(asked); // flow: record -> request-url // flow: record -> request-address
  const below = new URL('https://api.example.jp/search');
  below.pathname = '/' + event.record.氏名.value;
  fetch(below.href); // flow: record -> request-url // flow: record -> request-address
  const whole = new URL('https://api.example.jp/search');
  whole.hash = '1';
  fetch(whole);
  return event;
});
