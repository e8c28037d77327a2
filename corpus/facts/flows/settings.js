// Settings that nobody changes decide which branch runs; those that somebody does, or that are handed out, do not.
const FIXED = { rich: false, view: { bold: false } };
const FROZEN = Object.freeze({ rich: false });
const CHANGED = { rich: false };
const HANDED = { rich: false };
function fixed(view, text) {
  if (!FIXED.rich) {
    view.textContent = text;
    return;
  }
  view.innerHTML = text;
}
function nested(view, text) {
  view.innerHTML = FIXED.view.bold ? `<b>${text}</b>` : '';
}
function frozen(view, text) {
  view.innerHTML = FROZEN.rich ? text : '';
}
function changed(view, text) {
  view.innerHTML = CHANGED.rich ? text : ''; // flow: record -> html
}
function handed(view, text) {
  view.innerHTML = HANDED.rich ? text : ''; // flow: record -> html
}
class Field {
  kind = 'plain';

  static makers = { plain: (text) => text.replace(/[&<>"']/g, ''), rich: (text) => text.trim() };

  constructor(text) {
    this.text = text;
  }

  html() {
    return Field.makers[this.kind](this.text);
  }
}
class Chosen {
  constructor(text, kind) {
    this.text = text;
    this.kind = kind;
  }

  html() {
    return Field.makers[this.kind](this.text);
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const view = document.getElementById('view');
  const text = event.record.説明.value;
  fixed(view, text);
  nested(view, text);
  frozen(view, text);
  CHANGED.rich = location.hash === '#rich';
  changed(view, text);
  window.prepare(HANDED);
  handed(view, text);
  view.innerHTML = new Field(text).html();
  view.innerHTML = new Chosen(text, location.hash).html(); // flow: record -> html
});
