// An object of a class of the code's own is no text: what is read of it is what was put there.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  class Raw { constructor(text) { this.text = text; } }
  const escape = (s) => String(s).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const shown = (value) => (value instanceof Raw ? value.text : escape(value));
  el.innerHTML = shown(v) + shown(new Raw('<hr>'));
  const opened = (value) => (value instanceof Raw ? escape(value.text) : value.text);
  el.innerHTML = opened(v) + opened(new Raw('<hr>')); // flow: record -> html
  class Kept { constructor(text) { this.text = text; } }
  const held = (value) => (value instanceof Kept ? value.text : escape(value));
  el.innerHTML = held(new Kept(v)); // flow: record -> html
  const mixed = (value) => (value instanceof Text ? value.text : escape(value));
  el.innerHTML = mixed(v) + mixed(new Raw('<hr>')); // flow: record -> html
  return event;
});
// Whether an object has a private field tells its class.
kintone.events.on('app.record.detail.show', (event) => {
  class Marked {
    #mark = true;
    constructor(text) { this.text = text; }
    static shown(value) {
      return #mark in value ? value.text : '';
    }
  }
  document.body.innerHTML = Marked.shown(new Marked(event.record.件名.value)); // flow: record -> html
  document.body.innerHTML = Marked.shown(new Marked('x'));
  return event;
});
