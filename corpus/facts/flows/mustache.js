// Mustache escapes what stands in two braces, in partials as well, unless its escaping is replaced.
const layout = '<article>{{> head}}{{> body}}</article>';
kintone.events.on('app.record.detail.show', (event) => {
  const view = { title: event.record.件名.value, body: event.record.本文.value };
  const el = kintone.app.record.getSpaceElement('a');
  el.innerHTML = Mustache.render(layout, view, { head: '<h3>{{title}}</h3>', body: '<p>{{& body}}</p>' }); // flow: record -> html
  el.innerHTML = Mustache.render(layout, view, { head: '<h3>{{title}}</h3>', body: '<p>{{{body}}}</p>' }); // flow: record -> html
  el.innerHTML = Mustache.render(layout, view, { head: '<h3>{{title}}</h3>', body: '<p>{{body}}</p>' });
  el.innerHTML = Mustache.render('<p>{{body}}</p>', view, {}, { escape: (text) => text }); // flow: record -> html
  el.innerHTML = Mustache.render('<p>{{body}}</p>', view);
  return event;
});
