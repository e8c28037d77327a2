// Options that come by a spread, from constants, or under names that a call decides: what holds of them, and where it is told.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('a');
  const plain = { placement: 'bottom', theme: 'light' };
  const marked = { trigger: 'manual', allowHTML: true };
  const attach = (text, extra = {}) => tippy(el, { ...plain, content: text, ...extra }); // flow: record -> html
  attach(v, { allowHTML: true });
  const attachText = (text, extra = {}) => tippy(el, { ...plain, content: text, ...extra });
  attachText(v, { allowHTML: false });
  tippy(el, { ...marked, content: v }); // flow: record -> html
  tippy(el, { ...marked, content: v, allowHTML: false });
  tippy(el, Object.assign({ content: v }, marked)); // flow: record -> html
  tippy(el, Object.assign({ content: v }, plain));

  const NAMES = { plain: 'text', rich: 'html' };
  function block(kind, value) {
    const props = { class: 'x' };
    props[NAMES[kind]] = value;
    return jQuery('<div/>', props); // flow: record -> html
  }
  block('plain', v);
  block('rich', v);

  class Dialog {
    constructor() {
      this.options = { icon: 'info', confirmButtonText: '閉じる' };
    }
    with(key, value) {
      this.options = { ...this.options, [key]: value };
      return this;
    }
    open() {
      return Swal.fire(this.options); // flow: record -> html
    }
  }
  new Dialog().with('html', v).open();
  class TextDialog {
    constructor() {
      this.options = { icon: 'info', confirmButtonText: '閉じる' };
    }
    with(key, value) {
      this.options = { ...this.options, [key]: value };
      return this;
    }
    open() {
      return Swal.fire(this.options);
    }
  }
  new TextDialog().with('titleText', v).with('text', v).open();
  const made = (key, value) => ({ icon: 'x', [key]: value });
  Swal.fire(made('text', v));
  Swal.fire(made('footer', v)); // flow: record -> html
  return event;
});
