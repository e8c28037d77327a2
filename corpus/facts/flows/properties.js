// What a property held before it was overwritten is no longer there, unless something else may have written it.
kintone.events.on('app.record.detail.show', (event) => {
  const el = kintone.app.record.getSpaceElement('a');
  const raw = event.record.件名.value;

  const row = { name: raw, unit: '件' };
  el.innerHTML = row.name; // flow: record -> html
  row.name = String(row.name.length);
  el.innerHTML = row.name;
  row.unit = raw;
  el.innerHTML = row.unit; // flow: record -> html
  el.innerHTML = row.name;

  // A look at it under another name is a look at the same object.
  const alias = row;
  alias.name = raw;
  el.innerHTML = row.name; // flow: record -> html
  row.name = 'fixed';
  el.innerHTML = alias.name;

  // In nested objects.
  const page = { head: { text: '' }, foot: { text: '' } };
  page.head.text = raw;
  page.foot.text = 'x';
  el.innerHTML = page.head.text; // flow: record -> html
  page.head.text = 'y';
  el.innerHTML = page.head.text;
  page.head = { text: raw };
  el.innerHTML = page.head.text; // flow: record -> html

  // A field of the record itself.
  event.record.備考.value = event.record.備考.value.length + '文字';
  el.innerHTML = event.record.備考.value;
  el.innerHTML = event.record.所属.value; // flow: record -> html

  // One way or the other.
  const maybe = { text: 'x' };
  if (event.type) {
    maybe.text = raw;
  }
  el.innerHTML = maybe.text; // flow: record -> html
  if (event.type) {
    maybe.text = 'y';
  } else {
    maybe.text = 'z';
  }
  el.innerHTML = maybe.text;

  // In a loop the second turn sees what the first one wrote.
  const turn = { text: 'x' };
  for (const item of ['a', 'b']) {
    el.innerHTML = turn.text; // flow: record -> html
    turn.text = item + raw;
  }
  turn.text = 'x';
  for (const item of ['a', 'b']) {
    el.title = item;
    el.innerHTML = turn.text;
  }

  // Removed, counted up, taken apart.
  const gone = { text: raw };
  delete gone.text;
  el.innerHTML = gone.text;
  const counted = { value: raw };
  counted.value++;
  el.innerHTML = counted.value;
  const parts = { one: 'x', other: 'x' };
  ({ 件名: { value: parts.one } } = event.record);
  el.innerHTML = parts.one; // flow: record -> html
  [parts.one, parts.other] = ['y', raw];
  el.innerHTML = parts.one;
  el.innerHTML = parts.other; // flow: record -> html

  // Elements of an array.
  const list = ['x', raw];
  el.innerHTML = list[1]; // flow: record -> html
  list[1] = 'y';
  el.innerHTML = list[1];
  list.unshift(raw);
  el.innerHTML = list[0]; // flow: record -> html
  el.innerHTML = list[1];
  return event;
});

// Functions that are called in between: what they can write, and what they cannot.
const state = { text: '', note: '' };
function fill(target, value) {
  target.text = value;
}
function remember(value) {
  state.text = value;
}
function touch(target) {
  target.note = 'seen';
}
kintone.events.on('app.record.edit.show', (event) => {
  const el = kintone.app.record.getSpaceElement('b');
  const raw = event.record.件名.value;
  const card = { text: 'x' };
  touch(card);
  el.innerHTML = card.text;
  fill(card, raw);
  el.innerHTML = card.text; // flow: record -> html
  card.text = 'y';
  document.createElement('p');
  el.innerHTML = card.text;
  ['a'].forEach(() => {
    card.text = raw;
  });
  el.innerHTML = card.text; // flow: record -> html

  state.text = 'safe';
  el.innerHTML = state.text;
  remember(raw);
  el.innerHTML = state.text; // flow: record -> html
  const taken = state;
  taken.text = 'safe';
  el.innerHTML = state.text;
  Object.assign(state, { text: raw });
  el.innerHTML = state.text; // flow: record -> html
  return event;
});

// While a function waits, others run.
const shared = { text: '' };
kintone.events.on('app.record.create.show', async (event) => {
  const el = kintone.app.record.getSpaceElement('c');
  shared.text = 'safe';
  el.innerHTML = shared.text;
  await new Promise((resolve) => setTimeout(resolve, 1));
  el.innerHTML = shared.text; // flow: record -> html
  const mine = { text: event.record.件名.value };
  mine.text = 'safe';
  await new Promise((resolve) => setTimeout(resolve, 1));
  el.innerHTML = mine.text;
  return event;
});
kintone.events.on('app.record.create.change.件名', (event) => {
  shared.text = event.record.件名.value;
  return event;
});

// What a setter takes is not what a getter gives.
const gauge = {
  held: '',
  set label(value) {
    this.held = value;
  },
  get label() {
    return this.held;
  },
};
kintone.events.on('app.record.detail.show', (event) => {
  const el = kintone.app.record.getSpaceElement('d');
  gauge.held = event.record.件名.value;
  gauge.label = 'x';
  el.innerHTML = gauge.label; // flow: record -> html
});

// Properties of `this`.
class Panel {
  constructor(text) {
    this.text = text;
    this.el = document.createElement('div');
  }
  raw() {
    this.el.innerHTML = this.text; // flow: record -> html
  }
  safe() {
    this.text = String(this.text.length);
    this.el.innerHTML = this.text;
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  new Panel(event.record.件名.value).raw();
  new Panel(event.record.件名.value).safe();
});
