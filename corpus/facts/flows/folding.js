// What an array is folded to is made step by step, in the order of its elements.
const escape = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const trim = (s) => s.trim();
const bold = (s) => '<b>' + s + '</b>';
const unquote = (s) => decodeURIComponent(s.replace(/&lt;/g, '<'));
const pipe = (...steps) => (value) => steps.reduce((made, step) => step(made), value);
const compose = (...steps) => (value) => steps.reduceRight((made, step) => step(made), value);
function chain() {
  return [].slice.call(arguments).reduce((first, second) => (value) => second(first(value)));
}
const pick = (source, ...names) => names.reduce((made, name) => ({ ...made, [name]: source[name] }), {});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = pipe(trim, escape, bold)(v);
  document.body.innerHTML = pipe(trim, bold)(v); // flow: record -> html
  document.body.innerHTML = pipe(escape, unquote)(v); // flow: record -> html
  document.body.innerHTML = compose(bold, escape, trim)(v);
  document.body.innerHTML = compose(bold, trim)(v); // flow: record -> html
  document.body.innerHTML = compose(unquote, escape)(v); // flow: record -> html
  document.body.innerHTML = chain(trim, bold)(v); // flow: record -> html
  const data = { title: v, count: 3, id: 'x' };
  document.body.innerHTML = JSON.stringify(pick(data, 'id', 'count'));
  document.body.innerHTML = JSON.stringify(pick(data, 'id', 'title')); // flow: record -> html
  document.body.innerHTML = ['<b>', v, '</b>'].reduce((made, part) => made + part, ''); // flow: record -> html
  document.body.innerHTML = [v, 'a', 'b'].reduce((made, part) => part);
  document.body.innerHTML = ['a', 'b', v].reduce((made, part) => part); // flow: record -> html
  document.body.innerHTML = [v, 'a', 'b'].reduceRight((made, part) => part); // flow: record -> html
  document.body.innerHTML = ['a', 'b', v].reduceRight((made, part) => part);
  const steps = [trim];
  if (event.record.区分.value) {
    steps.push(unquote);
  }
  document.body.innerHTML = steps.reduce((made, step) => step(made), escape(v)); // flow: record -> html
  const fixed = [escape, trim];
  document.body.innerHTML = fixed.reduce((made, step) => step(made), v);
  document.body.innerHTML = [].reduce((made, part) => part, v); // flow: record -> html
});
