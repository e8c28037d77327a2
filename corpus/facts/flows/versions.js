// A variable that is overwritten no longer holds what it held.
kintone.events.on('app.record.detail.show', (event) => {
  let text = event.record.件名.value;
  document.body.innerHTML = text; // flow: record -> html
  text = 'なし';
  document.body.innerHTML = text;
  if (event.type) {
    text = event.record.備考.value;
  }
  document.body.innerHTML = text; // flow: record -> html
  text = '';
  for (const row of ['a', 'b']) {
    document.body.innerHTML = text; // flow: record -> html
    text += row + event.record.備考.value;
  }
  let late = '';
  const write = () => {
    document.body.innerHTML = late; // flow: record -> html
  };
  late = event.record.備考.value;
  write();
});

// Variables that several functions write: what stands there between a write and a look is known.
let last = '';
let kept = '';
let asked = '';
kintone.events.on('app.record.edit.change.件名', (event) => {
  last = event.changes.field.value;
  kept = event.record.件名.value;
  asked = event.record.件名.value;
  return event;
});
function forget() {
  kept = 'x';
}
function ask(event) {
  asked = event.record.件名.value;
}
kintone.events.on('app.record.edit.submit', async (event) => {
  document.body.innerHTML = last; // flow: record -> html
  last = '確認しました';
  document.body.innerHTML = `<p>${last}</p>`;
  document.body.innerHTML = kept; // flow: record -> html
  kept = event.record.件名.value;
  forget();
  document.body.innerHTML = kept; // flow: record -> html
  asked = 'x';
  document.body.innerHTML = asked;
  ask(event);
  document.body.innerHTML = asked; // flow: record -> html
  asked = 'x';
  for (const word of ['a', 'b']) {
    document.body.innerHTML = asked; // flow: record -> html
    asked = event.record.件名.value + word;
  }
  last = 'x';
  if (event.type) {
    last = event.record.件名.value;
  }
  document.body.innerHTML = last; // flow: record -> html
  last = 'x';
  await kintone.api('/k/v1/record.json', 'GET', {});
  document.body.innerHTML = last; // flow: record -> html
  return event;
});
// A function made after the last assignment sees what the variable has become; one made before sees either.
{
  const words = { hello: '<b>{0}</b>' };
  const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  function Words() {}
  Words.prototype.escape = escaped;
  Words.prototype.safe = function (key) {
    var args = Array.prototype.slice.call(arguments, 1);
    args = args.map(this.escape, this);
    return words[key].replace(/\{(\d)\}/g, function (whole, at) {
      return args[at] === undefined ? whole : args[at];
    });
  };
  Words.prototype.early = function (text) {
    const read = () => text;
    const before = read();
    text = escaped(text);
    return before;
  };
  Words.prototype.late = function (text) {
    let kept = escaped(text);
    const read = () => kept;
    kept = text;
    return read();
  };
  const said = new Words();
  kintone.events.on('app.record.detail.show', (event) => {
    document.body.innerHTML = said.safe('hello', event.record.a.value);
    document.body.innerHTML = said.early(event.record.a.value); // flow: record -> html
    document.body.innerHTML = said.late(event.record.a.value); // flow: record -> html
  });
}
