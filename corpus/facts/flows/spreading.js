// What is spread lands where it is put, and what stands later takes the place of what stands before.
kintone.events.on('app.record.detail.show', (event) => {
  const el = kintone.app.record.getSpaceElement('a');
  const raw = event.record.件名.value;
  const fixed = { head: 'x', foot: 'y' };
  const fromRecord = { head: raw, more: raw };
  const one = { ...fixed, ...fromRecord };
  el.innerHTML = one.head; // flow: record -> html
  el.innerHTML = one.foot;
  const other = { ...fromRecord, ...fixed };
  el.innerHTML = other.head;
  el.innerHTML = other.more; // flow: record -> html
  el.innerHTML = { ...fromRecord, head: 'x' }.head;
  el.innerHTML = { head: 'x', ...fromRecord }.head; // flow: record -> html
  el.innerHTML = { head: raw, ...fixed }.head;
  el.innerHTML = { head: raw, ...(event.type && fixed) }.head; // flow: record -> html
  el.innerHTML = { head: raw, head: 'x' }.head;
  el.innerHTML = { ['he' + 'ad']: raw, head: 'x' }.head;

  // The rest of an object is what has not been named.
  const { head, ...rest } = fromRecord;
  el.innerHTML = head; // flow: record -> html
  el.innerHTML = rest.head || 'none';
  el.innerHTML = rest.more; // flow: record -> html
  const { ['more']: more, ...few } = fromRecord;
  el.innerHTML = few.more;
  el.innerHTML = few.head; // flow: record -> html
  el.title = more;

  // Elements of arrays.
  const words = ['x', raw];
  el.innerHTML = ['a', ...words][2]; // flow: record -> html
  el.innerHTML = ['a', ...words][1];
  el.innerHTML = [...words, 'z'][0];
  el.innerHTML = [...words, 'z'][2];
  const [first, ...others] = words;
  el.innerHTML = first;
  el.innerHTML = others[0]; // flow: record -> html
  const [, , third = 'x'] = [...words, 'z'];
  el.innerHTML = third;

  // Arguments.
  const second = (target, one, two) => {
    target.innerHTML = two; // flow: record -> html
  };
  const seconds = (target, one, two) => {
    target.innerHTML = two;
  };
  second(el, ...words);
  seconds(el, ...[raw, 'x']);
  const args = [raw, 'x'];
  seconds(document.getElementById('a'), ...args);
  const any = (...given) => given[1];
  el.innerHTML = any(...words); // flow: record -> html
  const again = (...given) => given[1];
  el.innerHTML = again(raw, 'x', raw);
  const names = event.records.map((record) => record.件名.value);
  const none = (a, b) => b;
  el.innerHTML = none('x', ...names); // flow: record -> html
  el.innerHTML = none(...['x', 'y'], ...names);

  // A swap.
  let upper = raw;
  let lower = 'x';
  [upper, lower] = [lower, upper];
  el.innerHTML = upper;
  el.innerHTML = lower; // flow: record -> html
  return event;
});
// What a later name replaces is not in the new object, neither in one that is written out nor in the rest of one.
kintone.events.on('app.record.create.show', (event) => {
  const report = { message: event.record.件名.value, release: '1.8.0' };
  kintone.proxy('https://a.example.com/', 'POST', {}, { ...report, message: 'fixed' });
  kintone.proxy('https://a.example.com/', 'POST', {}, { message: 'fixed', ...report }); // flow: record -> request-body
  kintone.proxy('https://a.example.com/', 'POST', {}, { ...report, release: '1.9.0' }); // flow: record -> request-body
  kintone.proxy('https://a.example.com/', 'POST', {}, JSON.stringify({ ...report, message: 'fixed' }));
  const { message, ...rest } = report;
  const { release, ...others } = report;
  kintone.proxy('https://a.example.com/', 'POST', {}, rest);
  kintone.proxy('https://a.example.com/', 'POST', {}, others); // flow: record -> request-body
  kintone.proxy('https://a.example.com/', 'POST', {}, { ...event, type: 'sent' }); // flow: record -> request-body
});

// Names that are written behind hide those of whatever is spread, also where neither object is in sight.
const PLAIN_LOOK = { heading: '<b>一覧</b>', tone: 'navy' };
const chosenLook = (given) => ({ ...PLAIN_LOOK, ...given });
const plainLook = (given) => ({ ...given, ...PLAIN_LOOK });
const headed = (given) => ({ ...given, heading: '一覧' });
kintone.events.on('app.record.index.show', (event) => {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const space = kintone.app.getHeaderSpaceElement();
  space.innerHTML = chosenLook(asked).heading; // flow: url -> html
  space.innerHTML = plainLook(asked).heading;
  space.innerHTML = plainLook(asked).more; // flow: url -> html
  space.innerHTML = headed(asked).heading;
  space.innerHTML = headed(asked)[event.type]; // flow: url -> html
  space.innerHTML = Object.values(plainLook(asked)).join(''); // flow: url -> html
  return event;
});
// So it is with `Object.assign`.
const assignedLook = (given) => Object.assign({}, PLAIN_LOOK, given);
const fixedLook = (given) => Object.assign({}, given, PLAIN_LOOK);
const headedLook = (given) => Object.assign({}, given, { heading: '一覧' });
kintone.events.on('app.record.index.edit.show', (event) => {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const space = kintone.app.getHeaderSpaceElement();
  space.innerHTML = assignedLook(asked).heading; // flow: url -> html
  space.innerHTML = fixedLook(asked).heading;
  space.innerHTML = fixedLook(asked).more; // flow: url -> html
  space.innerHTML = headedLook(asked).heading;
  space.innerHTML = headedLook(asked)[event.type]; // flow: url -> html
  space.innerHTML = { ...headedLook(asked) }.more; // flow: url -> html
  space.innerHTML = Object.entries(headedLook(asked)).join(''); // flow: url -> html
  return event;
});
