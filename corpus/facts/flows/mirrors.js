// Reflect and Proxy: by name, through traps, and straight on to the target where there is none.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const PROP = { rich: 'innerHTML', plain: 'textContent' };
  Reflect.set(el, PROP.plain, v);
  Reflect.set(el, PROP.rich, v); // flow: record -> html
  class Card {
    constructor(head, tip) {
      this.head = head;
      this.tip = tip;
    }
  }
  const card = Reflect.construct(Card, [v, 'x']);
  el.innerHTML = card.tip;
  el.innerHTML = card.head; // flow: record -> html
  el.innerHTML = Reflect.has(card, v);
  el.innerHTML = Reflect.ownKeys({ a: v }).join('');
  const open = new Proxy({ a: v, b: 'x' }, {});
  el.innerHTML = open.b;
  el.innerHTML = open.a; // flow: record -> html
  const read = new Proxy(event.record, { get: (target, code) => target[code].value });
  el.innerHTML = read.件名; // flow: record -> html
  const sized = new Proxy(event.record, { get: (target, code) => target[code].value.length });
  el.innerHTML = sized.件名;
  const kept = new Proxy({}, {
    set(target, key, value) {
      target[key] = value.length;
      return true;
    },
  });
  kept.a = v;
  el.innerHTML = kept.a;
  const shown = new Proxy({}, {
    set(target, key, value) {
      el.innerHTML = value; // flow: record -> html
      return true;
    },
  });
  shown.a = v;
  const told = new Proxy((text) => text, { apply: (target, self, args) => target(...args) });
  el.innerHTML = told(v); // flow: record -> html
  const mute = new Proxy((text) => text, { apply: () => 'x' });
  el.innerHTML = mute(v);
});
