// Objects that one constructor, class or factory makes for different callers are different objects.
class Note {
  lines = [];
  constructor(first) {
    this.first = first;
  }
  add(line) {
    this.lines.push(line);
    return this;
  }
  html() {
    return '<li>' + this.lines.join('</li><li>') + '</li>';
  }
}
function Cell(text) {
  this.text = text;
}
Cell.prototype.get = function () {
  return this.text;
};
const makeCounter = (start) => {
  let label = start;
  return { label: () => label, rename: (next) => { label = next; } };
};
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('note');
  const mine = new Note(event.record.見出し.value);
  const fixed = new Note('お知らせ');
  el.innerHTML = mine.first; // flow: record -> html
  el.innerHTML = fixed.first;
  mine.add(event.record.本文.value);
  fixed.add('固定の文');
  el.innerHTML = mine.html(); // flow: record -> html
  el.innerHTML = fixed.html();

  const left = new Cell(event.record.左.value);
  const right = new Cell('右');
  el.innerHTML = left.get(); // flow: record -> html
  el.innerHTML = right.get();

  const one = makeCounter(event.record.名称.value);
  const two = makeCounter('名称なし');
  el.innerHTML = one.label(); // flow: record -> html
  el.innerHTML = makeCounter('名称なし').label();
  two.rename(event.record.別名.value);
  el.innerHTML = two.label(); // flow: record -> html
  return event;
});
