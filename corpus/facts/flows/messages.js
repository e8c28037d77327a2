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
// Which window sent it: the page itself, or a frame that the code holds; who opened the page may be anybody.
const pane = document.querySelector('#pane');
window.addEventListener('message', ({ source, data }) => {
  if (source === window) document.body.innerHTML = data;
  document.body.innerHTML = data; // flow: message -> html
});
window.addEventListener('message', (e) => {
  if (e.source !== pane.contentWindow) return;
  document.body.innerHTML = e.data;
});
window.addEventListener('message', (e) => {
  if (e.source !== window.opener) return;
  document.body.innerHTML = e.data; // flow: message -> html
});
window.addEventListener('message', ({ source, data }) => {
  if (!source) return;
  document.body.innerHTML = data; // flow: message -> html
});
// A list of patterns: what holds of the sender is what all of them say.
const SITES = [/^https:\/\/[a-z0-9-]+\.cybozu\.com$/, /^https:\/\/form\.example\.lg\.jp$/];
const LOOSE_SITES = [/^https:\/\/[a-z0-9-]+\.cybozu\.com$/, /^https:\/\/form\.example\.lg\.jp/];
const MORE_SITES = [/^https:\/\/form\.example\.lg\.jp$/];
MORE_SITES.push(/./);
window.addEventListener('message', (e) => {
  if (SITES.some((site) => site.test(e.origin))) document.body.innerHTML = e.data;
  if (SITES.find((site) => e.origin.match(site))) document.body.innerHTML = e.data;
  for (const site of SITES) if (site.test(e.origin)) document.body.innerHTML = e.data;
  if (!SITES.every((site) => site.test(e.origin))) document.body.innerHTML = e.data; // flow: message -> html
});
window.addEventListener('message', (e) => {
  if (LOOSE_SITES.some((site) => site.test(e.origin))) document.body.innerHTML = e.data; // flow: message -> html
});
window.addEventListener('message', (e) => {
  if (MORE_SITES.some((site) => site.test(e.origin))) document.body.innerHTML = e.data; // flow: message -> html
});
