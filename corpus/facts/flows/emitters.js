// A home-made event emitter carries values from one place to another.
class Emitter {
  constructor() {
    this.listeners = {};
  }
  on(name, listener) {
    (this.listeners[name] = this.listeners[name] || []).push(listener);
  }
  emit(name, value) {
    (this.listeners[name] || []).forEach((listener) => listener(value));
  }
}
const bus = new Emitter();
bus.on('shown', (text) => {
  document.body.innerHTML = text; // flow: record -> html
});
kintone.events.on('app.record.detail.show', (event) => {
  bus.emit('shown', event.record.件名.value);
});
const quiet = { handlers: [], on(f) { this.handlers.push(f); } };
quiet.on((text) => {
  document.body.innerHTML = text;
});
