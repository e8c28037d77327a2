// Whoever opens or embeds the page may send it messages: what tells them apart is the origin, compared as a whole.
const PARTNER = 'https://form.example.lg.jp';
const PARTNERS = ['https://form.example.lg.jp', 'https://map.example.lg.jp'];
const panel = document.getElementById('panel');
window.addEventListener('message', (event) => { // expect: message-sender-unchecked
  panel.textContent = event.data.title;
});
window.addEventListener('message', (event) => {
  if (event.origin !== PARTNER) return;
  panel.textContent = event.data.title;
});
// A part of the origin proves nothing: https://form.example.lg.jp.attacker.example holds it, too.
window.addEventListener('message', ({origin, data}) => { // expect: message-sender-unchecked
  if (origin.indexOf(PARTNER) !== 0) return;
  panel.textContent = data;
});
window.addEventListener('message', ({origin, data}) => {
  if (!PARTNERS.includes(origin)) return;
  panel.textContent = data;
});
// What the message says of itself proves nothing either.
function fromAnybody(event) {
  const data = event.data;
  if (data.origin !== PARTNER) return;
  panel.value = data.code;
}
window.addEventListener('message', fromAnybody); // expect: message-sender-unchecked
function fromPartner(event) {
  const data = event.data;
  if (event.origin !== PARTNER) return;
  panel.value = data.code;
}
window.addEventListener('message', fromPartner);
// A host that ends like the partner's may be somebody else's.
window.onmessage = (event) => { // expect: message-sender-unchecked
  const host = new URL(event.origin).hostname;
  if (!host.endsWith('form.example.lg.jp')) return;
  panel.textContent = event.data;
};
window.onmessage = (event) => {
  const host = new URL(event.origin).hostname;
  if (!host.endsWith('.form.example.lg.jp')) return;
  panel.textContent = event.data;
};
$(window).on('message', function (wrapped) { // expect: message-sender-unchecked
  const event = wrapped.originalEvent;
  if (!/form\.example\.lg\.jp/.test(event.origin)) { return; }
  $('#panel').text(event.data);
});
$(window).on('message', function (wrapped) {
  const event = wrapped.originalEvent;
  if (!/^https:\/\/form\.example\.lg\.jp$/.test(event.origin)) { return; }
  $('#panel').text(event.data);
});
const waiting = () => new Promise((resolve) => {
  const once = (event) => {
    window.removeEventListener('message', once);
    resolve(event.data);
  };
  window.addEventListener('message', once); // expect: message-sender-unchecked
});
const waitingForPartner = () => new Promise((resolve) => {
  const once = (event) => {
    if (event.origin === PARTNER) resolve(event.data);
  };
  window.addEventListener('message', once);
});
// One that does not look at the message, and one that hears only what this page has made.
window.addEventListener('message', () => { document.title = '更新されました'; });
const worker = new Worker('/k/worker.js');
worker.addEventListener('message', (event) => { panel.textContent = event.data; });
const channel = new MessageChannel();
channel.port1.onmessage = (event) => { panel.textContent = event.data; };
// What it leads to is told where it happens, and why at the listener; a handler that stands elsewhere tells both itself.
window.addEventListener('message', (event) => { // expect: message-sender-unchecked
  panel.innerHTML = event.data.html; // expect: url-value-in-html
});
window.addEventListener('message', (event) => { // expect: message-sender-unchecked
  kintone.api('/k/v1/record', 'PUT', event.data.request); // expect: message-from-anyone
});
const show = (event) => {
  panel.innerHTML = event.data; // expect: url-value-in-html, message-from-anyone
};
window.addEventListener('message', show); // expect: message-sender-unchecked
