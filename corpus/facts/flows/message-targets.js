// Where a message goes: the target that was checked, or that is known.
const cache = {};
const api = { ping: () => 'pong', record: () => cache.record };
const accept = (e) => e.origin === location.origin && typeof e.data?.cmd === 'string';
const loose = (e) => typeof e.data?.cmd === 'string';
window.addEventListener('message', (e) => {
  if (!accept(e) || !Object.hasOwn(api, e.data.cmd)) return;
  e.source.postMessage({ id: e.data.id, result: api[e.data.cmd]() }, e.origin);
});
window.addEventListener('message', (e) => {
  if (!loose(e)) return;
  e.source.postMessage({ result: api[e.data.cmd]() }, e.origin); // flow: record -> message // flow: message-event -> message // flow: message-event -> message-to-site // flow: record -> message-to-site
});
window.addEventListener('message', (e) => {
  if (e.origin !== 'https://form.example.jp') return;
  e.source.postMessage(cache.record, e.origin); // flow: record -> message-to-site
});
window.addEventListener('message', ({ origin, source, data }) => {
  if (origin !== window.location.origin) return;
  source.postMessage({ ...cache.record, n: data.n }, origin);
});
window.addEventListener('message', ({ origin, source, data }) => {
  if (origin !== window.location.origin) return;
  source.postMessage({ ...cache.record, n: data.n }, { targetOrigin: origin });
});
window.addEventListener('message', (e) => {
  if (e.origin === location.origin) e.source.postMessage(cache.record, e.origin);
  else e.source.postMessage(cache.record, e.origin); // flow: record -> message // flow: message-event -> message // flow: record -> message-to-site // flow: message-event -> message-to-site
});
window.addEventListener('message', (e) => {
  if (!e.origin.startsWith(location.origin)) return;
  e.source.postMessage(cache.record, e.origin); // flow: record -> message // flow: message-event -> message // flow: message-event -> message-to-site // flow: record -> message-to-site
});
window.addEventListener('message', (e) => {
  if (e.origin !== location.origin) return;
  e.source.postMessage(cache.record, '*'); // flow: record -> message // flow: record -> message-to-site
});
const DEFAULTS = { targetOrigin: window.location.origin };
const WIDE = { targetOrigin: '*' };
const send = (win, data, options = {}) => win?.postMessage(data, { ...DEFAULTS, ...options });
const sendWide = (win, data, options = {}) => win?.postMessage(data, { ...WIDE, ...options }); // flow: record -> message // flow: record -> message-to-site
const sendAssigned = (win, data) => win.postMessage(data, Object.assign({}, DEFAULTS));
kintone.events.on('app.record.detail.show', (event) => {
  cache.record = { 住所: event.record.住所.value };
  const v = event.record.住所.value;
  send(window.opener ?? window.parent, { v });
  sendWide(window.opener ?? window.parent, { v });
  sendAssigned(window.opener, { v });
  const own = location.origin;
  window.parent.postMessage(v, own);
  window.parent.postMessage(v, `${location.protocol}//${location.host}`);
  window.parent.postMessage(v, location.protocol + '//' + location.hostname);
  window.parent.postMessage(v, new URL(location.href).origin);
  window.parent.postMessage(v, new URL('/', location.href).origin);
  window.parent.postMessage(v, window.origin);
  window.parent.postMessage(v, self.origin);
  window.parent.postMessage(v, document.location.origin);
  window.parent.postMessage(v, document.referrer); // flow: record -> message // flow: record -> message-to-site
  window.parent.postMessage(v, new URL(document.referrer).origin); // flow: record -> message // flow: record -> message-to-site
  window.parent.postMessage(v, 'https://form.example.jp'); // flow: record -> message-to-site
  if (new URL(document.referrer).origin === location.origin) {
    window.parent.postMessage(v, new URL(document.referrer).origin);
  }
  const target = event.debug ? '*' : location.origin;
  window.parent.postMessage(v, target); // flow: record -> message // flow: record -> message-to-site
  window.parent.postMessage(v, 'https://demo.cybozu.com');
  window.parent.postMessage(v, 'https://demo.cybozu.com.example.jp'); // flow: record -> message-to-site
  const originOf = (url, strict = true) => (strict ? new URL(url).origin : location.origin);
  window.parent.postMessage(v, originOf('https://demo.cybozu.com/k/guest/3/'));
  const looseOf = (url, strict = true) => (strict ? new URL(url).origin : '*');
  window.parent.postMessage(v, looseOf('https://demo.cybozu.com/k/guest/3/', event.strict)); // flow: record -> message // flow: record -> message-to-site
  window.postMessage(v, '*');
  window.parent.postMessage({ type: 'ready' }, '*');
  return event;
});
kintone.events.on('app.record.edit.show', (event) => {
  const targets = { trial: '*', real: location.origin };
  const find = (mode) => targets[mode];
  const targetOf = (mode) => find(mode);
  const shout = (data, mode) => window.parent.postMessage(data, targetOf(mode)); // flow: record -> message // flow: record -> message-to-site
  shout(event.record.住所.value, 'trial');
  const whisper = (data, mode) => window.parent.postMessage(data, targetOf(mode));
  whisper(event.record.住所.value, 'real');
});
