// What a generator yields are the elements of what it gives; what it returns and is sent are something else.
function* rows(event) {
  for (const record of event.records) {
    yield record.氏名.value;
  }
  yield* ['x'];
}
function* fixed() {
  yield 'x';
}
function* parts(record) {
  yield '<h4>所見</h4>';
  const sent = yield record.所見.value;
  return sent;
}
function* ending(record) {
  yield '読込中';
  return record.経緯.value;
}
function* leading(record) {
  yield record.経緯.value;
  return '以上';
}
function* outer(inner, el) {
  const last = yield* inner;
  el.innerHTML = last; // flow: record -> html
}
function* outerSafe(inner, el) {
  const last = yield* inner;
  el.innerHTML = last;
}
function* painter(el) {
  const html = yield;
  el.innerHTML = html; // flow: record -> html
}
function* painterSafe(el) {
  const html = yield;
  el.innerHTML = html;
}
async function* pages(record) {
  yield await Promise.resolve(record.件名.value);
}
kintone.events.on('app.record.index.show', async (event) => {
  for (const name of rows(event)) {
    document.body.innerHTML = name; // flow: record -> html
  }
  for (const name of fixed()) {
    document.body.innerHTML = name;
  }
  document.body.innerHTML = [...rows(event)].join(''); // flow: record -> html
  const [head, text] = parts(event.record);
  document.body.innerHTML = head;
  document.body.innerHTML = text; // flow: record -> html
  document.body.innerHTML = fixed().next().value;
  document.body.innerHTML = rows(event).next().value; // flow: record -> html
  for (const step of ending(event.record)) {
    document.body.innerHTML = step;
  }
  document.body.innerHTML = [...leading(event.record)][0]; // flow: record -> html
  [...outer(ending(event.record), document.body)];
  [...outerSafe(leading(event.record), document.body)];
  const brush = painter(document.body);
  brush.next();
  brush.next(event.record.件名.value);
  const other = painterSafe(document.body);
  other.next(event.record.件名.value);
  other.next('x');
  for await (const page of pages(event.record)) {
    document.body.innerHTML = page; // flow: record -> html
  }
});

// Objects that say themselves how they are iterated.
class Grid {
  constructor(cells) {
    this.heads = ['品名', '数量'];
    this.cells = cells;
  }
  *[Symbol.iterator]() {
    yield* this.cells;
  }
}
class Heads {
  constructor(cells) {
    this.heads = ['品名', '数量'];
    this.cells = cells;
  }
  [Symbol.iterator]() {
    return this.heads[Symbol.iterator]();
  }
}
const counter = (text) => ({
  at: 0,
  text,
  [Symbol.iterator]() {
    return {
      at: 0,
      next: () => ({ value: text, done: this.at++ > 3 }),
    };
  },
});
kintone.events.on('app.record.detail.show', (event) => {
  const raw = event.record.件名.value;
  for (const cell of new Grid([raw])) {
    document.body.innerHTML = cell; // flow: record -> html
  }
  for (const cell of new Heads([raw])) {
    document.body.innerHTML = cell;
  }
  document.body.innerHTML = [...new Heads([raw])].join('');
  document.body.innerHTML = [...new Grid([raw])].join(''); // flow: record -> html
  const [cell] = new Grid([raw]);
  document.body.innerHTML = cell; // flow: record -> html
  for (const text of counter(raw)) {
    document.body.innerHTML = text; // flow: record -> html
  }
});
