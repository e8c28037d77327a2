// Functions that escape, in the many ways they are written, and the almost identical ones that do not.
const PAIRS = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;']];
const byPairs = (s) => PAIRS.reduce((text, [from, to]) => text.split(from).join(to), String(s));
const byPairsOnce = (s) => PAIRS.reduce((text, [from, to]) => text.replace(from, to), String(s));
const ENTITIES = new Map([['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ['&', '&amp;']]);
const byMap = (s) => Array.from(String(s), (c) => ENTITIES.get(c) ?? c).join('');
const HALF = new Map([['>', '&gt;'], ['"', '&quot;'], ['&', '&amp;']]);
const byHalfMap = (s) => Array.from(String(s), (c) => HALF.get(c) ?? c).join('');
function byLoop(text) {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (c === '<') {
      out += '&lt;';
    } else if (c === '>') {
      out += '&gt;';
    } else {
      out += c;
    }
  }
  return out;
}
function byHalfLoop(text) {
  let out = '';
  for (const c of text) {
    if (c === '<' && out.length < 40) {
      out += '&lt;';
    } else {
      out += c;
    }
  }
  return out;
}
function bySwitch(text) {
  return text.replace(/[<>&\n]/g, function (c) {
    switch (c) {
      case '<': return '&lt;';
      case '>': return '&gt;';
      case '\n': return '<br>';
      default: return '&amp;';
    }
  });
}
function byType(value) {
  if (typeof value !== 'string') {
    return value;
  }
  return value.replace(/[&'`"<>]/g, (match) => ({ '&': '&amp;', "'": '&#x27;', '`': '&#x60;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[match]);
}
function byLength(value) {
  return value.length > 1000 ? value : value.replace(/</g, '&lt;');
}
const chosen = (s, quotes) => (quotes ? s.replace(/[<"]/g, '') : s.replace(/</g, ''));
const spliced = (s) => s.split('<').join('&lt;');
const spliced2 = (s) => s.split('<').join('< ');
const stripped = (s) => s.replace(/<[^>]*>/g, '');
const lines = (s) => byPairs(s).replace(/\r?\n/g, '<br>');
const linked = (s) => byPairs(s).replace(/https?:\/\/[\w./?=-]+/g, (u) => '<a href="' + u + '">' + u + '</a>');
const listed = (list) => list.map(byPairs).join('<br>');
const wrapped = (s) => '<td>' + byPairs(s) + '</td>';
class Text {
  static escape(s) {
    return s.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  }
  static once(s) {
    return s.replace('<', '&lt;').replace('"', '&quot;');
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = byPairs(v);
  el.innerHTML = byPairsOnce(v); // flow: record -> html
  el.innerHTML = byMap(v);
  el.innerHTML = byHalfMap(v); // flow: record -> html
  el.innerHTML = byLoop(v);
  el.innerHTML = byHalfLoop(v); // flow: record -> html
  el.innerHTML = bySwitch(v);
  el.innerHTML = byType(v);
  el.innerHTML = byLength(v); // flow: record -> html
  el.innerHTML = `<p title="${chosen(v, true)}">x</p>`;
  el.innerHTML = `<p title="${chosen(v, false)}">x</p>`; // flow: record -> html
  el.innerHTML = spliced(v);
  el.innerHTML = spliced2(v); // flow: record -> html
  el.innerHTML = stripped(v); // flow: record -> html
  el.innerHTML = lines(v);
  el.innerHTML = linked(v);
  el.innerHTML = listed(v);
  el.innerHTML = wrapped(v);
  el.innerHTML = Text.escape(v);
  el.innerHTML = Text.once(v); // flow: record -> html
  el.innerHTML = v.split('<')[0];
  el.innerHTML = v.split(',')[0]; // flow: record -> html
  el.innerHTML = v.match(/\d{4}-\d\d/)[0];
  el.innerHTML = v.match(/\d{4}.*/)[0]; // flow: record -> html
});
// The text of an element, read back as its HTML, has its tags escaped, but not its quotes.
const byElement = (s) => {
  const box = document.createElement('div');
  box.textContent = s;
  return box.innerHTML;
};
const byjQuery = (s) => $('<div>').text(s).html();
kintone.events.on('app.record.edit.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = '<p>' + byElement(v) + '</p>';
  el.innerHTML = '<p title="' + byElement(v) + '">x</p>'; // flow: record -> html
  el.innerHTML = '<p title="' + byElement(v).replace(/"/g, '&quot;') + '">x</p>';
  el.innerHTML = '<p>' + byjQuery(v) + '</p>';
  el.innerHTML = '<p title="' + byjQuery(v) + '">x</p>'; // flow: record -> html
  el.innerHTML = '<p>' + new Option(v).innerHTML + '</p>';
  el.innerHTML = '<p title="' + _.escape(v) + '">x</p>';
  el.innerHTML = '<p title=' + _.escape(v) + '>x</p>'; // flow: record -> html
});
// A pattern that is put together from what a function is told: so many digits, and nothing else.
kintone.events.on('app.record.create.show', (event) => {
  const digits = (text, count) => (new RegExp(`^\\d{${count}}$`).test(text) ? text : null);
  const upTo = (text, count) => (new RegExp('^[0-9a-z]{1,' + count + '}$').test(text) ? text : '');
  const anything = (text, count) => (new RegExp(`^.{${count}}$`).test(text) ? text : null);
  const found = (text, count) => (new RegExp(`\\d{${count}}`).test(text) ? text : null);
  const begun = (text, count) => (new RegExp(`^\\d{${count}}$`).test(text.slice(0, count)) ? text : null);
  document.body.innerHTML = digits(event.record.番号.value, 6);
  document.body.innerHTML = digits(event.record.番号.value, 12);
  document.body.innerHTML = upTo(event.record.番号.value, 8);
  document.body.innerHTML = anything(event.record.番号.value, 30); // flow: record -> html
  document.body.innerHTML = found(event.record.番号.value, 6); // flow: record -> html
  document.body.innerHTML = begun(event.record.番号.value, 6); // flow: record -> html
  document.body.innerHTML = digits(event.record.番号.value, event.record.桁数.value); // flow: record -> html
});
