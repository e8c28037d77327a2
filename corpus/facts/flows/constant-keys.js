// A function that looks something up by a name it is given does so for each name apart.
const store = {};
function keep(name, value) {
  store[name] = value;
}
function recall(name) {
  return store[name];
}
class Bus {
  constructor() {
    this.handlers = {};
  }
  on(name, handler) {
    (this.handlers[name] = this.handlers[name] || []).push(handler);
  }
  emit(name, payload) {
    (this.handlers[name] || []).forEach((handler) => handler(payload));
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('bus');
  keep('title', event.record.題名.value);
  keep('state', '受付中');
  el.innerHTML = recall('title'); // flow: record -> html
  el.innerHTML = recall('state');

  const bus = new Bus();
  bus.on('changed', (text) => {
    el.innerHTML = text; // flow: record -> html
  });
  bus.on('cleared', (text) => {
    el.innerHTML = text;
  });
  bus.emit('changed', event.record.内容.value);
  bus.emit('cleared', '内容はありません');
  return event;
});
