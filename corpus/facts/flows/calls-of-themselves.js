// Functions that call themselves, in the arguments of their own calls too: looked into once, and the flow is found.
function f(x) { return f(f(x)); }
function h(u) { return u && new URL(h(g(u, u)) || u); }
function g(a, b) { return a ? g(h(g(a, b)), a) : null; }
const o = { walk: (n) => o.walk(o.walk(n).next) };
const parsed = (text) => (text ? new URL(text) : null);
kintone.events.on('app.record.detail.show', (event) => {
  const a = document.createElement('a');
  const u = h(event.record.資料.value);
  if (u) {
    a.href = f(g(u, 1));
  }
  o.walk(event.record);
  const known = parsed(event.record.資料.value);
  if (known && known.protocol === 'https:') {
    a.href = event.record.資料.value;
  }
  a.href = event.record.資料.value; // flow: record -> link
});
