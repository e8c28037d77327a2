// Instances hold their own fields; methods are found on prototypes and parents.
class Row {
  #note;
  static label = '件名';
  constructor(note) {
    this.#note = note;
    this.kind = 'row';
  }
  get html() {
    return '<td>' + this.#note + '</td>';
  }
  show(target) {
    target.innerHTML = this.html; // flow: record -> html
    target.innerHTML = this.kind;
    target.innerHTML = Row.label;
  }
}
class WideRow extends Row {
  constructor(note) {
    super(note);
    this.wide = note;
  }
  draw(target) {
    super.show(target);
    target.innerHTML = this.wide; // flow: record -> html
  }
}
function Old(note) {
  this.note = note;
}
Old.prototype.draw = function (target) {
  target.innerHTML = this.note; // flow: record -> html
};
kintone.events.on('app.record.detail.show', (event) => {
  new WideRow(event.record.件名.value).draw(document.body);
  new Old(event.record.件名.value).draw(document.body);
});
