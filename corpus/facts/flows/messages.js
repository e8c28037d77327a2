// A message of another window is only as good as the check of who sent it.
window.addEventListener('message', (e) => {
  document.body.innerHTML = e.data; // flow: message -> html
});
window.addEventListener('message', (e) => {
  if (e.origin !== 'https://form.example.jp') return;
  document.body.innerHTML = e.data;
});
window.addEventListener('message', (e) => {
  if (!e.origin.includes('example.jp')) return;
  document.body.innerHTML = e.data; // flow: message -> html
});
window.addEventListener('message', (e) => {
  if (e.data.origin !== 'https://form.example.jp') return;
  document.body.innerHTML = e.data.html; // flow: message -> html
});
window.addEventListener('message', (e) => {
  if (['https://a.example.jp', 'https://b.example.jp'].includes(e.origin)) {
    document.body.innerHTML = e.data;
  }
});
window.addEventListener('message', (e) => {
  if (e.origin === window.location.origin) document.body.innerHTML = e.data;
});
window.onmessage = (e) => {
  document.body.innerHTML = e.data; // flow: message -> html
};
