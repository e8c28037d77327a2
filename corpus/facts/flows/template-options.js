// Options of an engine for templates that hold for all of them.
kintone.events.on('mobile.app.record.detail.show', (event) => {
  const r = { title: event.record.件名.value };
  const el = kintone.mobile.app.getHeaderSpaceElement();
  el.innerHTML = nunjucks.configure({ autoescape: true }).renderString('<p>{{ title }}</p>', r);
  el.innerHTML = nunjucks.configure('/views', { autoescape: false }).renderString('<p>{{ title }}</p>', r); // flow: record -> html
  nunjucks.configure({ autoescape: false });
  el.innerHTML = nunjucks.render('head.njk', r); // flow: record -> html
  el.innerHTML = nunjucks.renderString('<p>{{ title }}</p>', r); // flow: record -> html
  return event;
});
