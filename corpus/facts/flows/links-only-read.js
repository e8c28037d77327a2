// A link that is made to take an address apart, here or in a function that only reads it, is no link on the page.
const isOwn = (a) => a.hostname === location.hostname && a.protocol === 'https:';
const show = (a) => document.body.append(a);
const same = (a) => a;
kintone.events.on('app.record.detail.show', (event) => {
  const asked = document.createElement('a');
  asked.href = event.record.移動先.value;
  if (isOwn(asked)) document.body.title = asked.pathname;
  const shown = document.createElement('a');
  shown.href = event.record.移動先.value; // flow: record -> link
  show(shown);
  const given = document.createElement('a');
  given.href = event.record.移動先.value; // flow: record -> link
  document.body.append(same(given));
  const kept = document.createElement('a');
  kept.href = event.record.移動先.value; // flow: record -> link
  isOwn(kept);
  document.body.append(kept);
  return event;
});
