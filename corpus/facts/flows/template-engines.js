// Engines for templates: which holes escape, and what turns that off.
kintone.events.on('app.record.detail.show', (event) => {
  const r = { title: event.record.件名.value };
  const el = kintone.app.record.getSpaceElement('view');

  el.innerHTML = nunjucks.renderString('<p>{{ title }}</p>', r);
  el.innerHTML = nunjucks.renderString('<p>{{ title | safe }}</p>', r); // flow: record -> html
  el.innerHTML = nunjucks.renderString('{% autoescape false %}<p>{{ title }}</p>{% endautoescape %}', r); // flow: record -> html
  el.innerHTML = new nunjucks.Environment(null, { autoescape: true }).renderString('<p>{{ title }}</p>', r);
  el.innerHTML = new nunjucks.Environment(null, { autoescape: false }).renderString('<p>{{ title }}</p>', r); // flow: record -> html
  el.innerHTML = nunjucks.compile('<p>{{ title }}</p>').render(r);
  el.innerHTML = nunjucks.compile('<p>{{ title | upper | safe }}</p>').render(r); // flow: record -> html
  el.innerHTML = nunjucks.renderString(`<p>${r.title}</p>`, {}); // flow: record -> html
  el.innerHTML = nunjucks.renderString('<p title={{ title }}></p>', { title: new nunjucks.runtime.SafeString(r.title) }); // flow: record -> html

  el.innerHTML = pug.render('p= title', r);
  el.innerHTML = pug.render('p!= title', r); // flow: record -> html
  el.innerHTML = pug.compile('if title != ""\n  p #{title}')(r);
  el.innerHTML = pug.compile('p !{title}')(r); // flow: record -> html
  el.innerHTML = pug.render('p ' + r.title); // flow: record -> code

  el.innerHTML = doT.template('<p>{{! it.title }}</p>')(r);
  el.innerHTML = doT.template('<p>{{= it.title }}</p>')(r); // flow: record -> html

  el.innerHTML = Eta.render('<p><%= it.title %></p>', r);
  el.innerHTML = Eta.render('<p><%~ it.title %></p>', r); // flow: record -> html
  el.innerHTML = new eta.Eta({ autoEscape: true }).renderString('<p><%= it.title %></p>', r);
  el.innerHTML = new eta.Eta({ autoEscape: false }).renderString('<p><%= it.title %></p>', r); // flow: record -> html

  el.innerHTML = Hogan.compile('<p>{{title}}</p>').render(r);
  el.innerHTML = Hogan.compile('<p>{{{title}}}</p>').render(r); // flow: record -> html
  el.innerHTML = Hogan.compile('<p>{{& title}}</p>').render(r); // flow: record -> html
  el.innerHTML = Hogan.compile('{{> head}}').render(r, { head: '<p>{{{title}}}</p>' }); // flow: record -> html

  el.innerHTML = new liquidjs.Liquid().parseAndRenderSync('<p>{{ title }}</p>', r); // flow: record -> html
  el.innerHTML = new liquidjs.Liquid().parseAndRenderSync('<p>{{ title | escape }}</p>', r);
  el.innerHTML = new liquidjs.Liquid({ outputEscape: 'escape' }).parseAndRenderSync('<p>{{ title }}</p>', r);
  el.innerHTML = new liquidjs.Liquid({ outputEscape: 'escape' }).parseAndRenderSync('<p>{{ title | raw }}</p>', r); // flow: record -> html

  el.innerHTML = template.render('<p>{{ title }}</p>', r);
  el.innerHTML = template.render('<p>{{@ title }}</p>', r); // flow: record -> html
  el.innerHTML = template.compile('<p><%= title %></p>')(r);
  el.innerHTML = template.compile('<p><%- title %></p>')(r); // flow: record -> html

  el.innerHTML = Twig.twig({ data: '<p>{{ title }}</p>' }).render(r); // flow: record -> html
  el.innerHTML = Twig.twig({ data: '<p>{{ title|e }}</p>' }).render(r);
  el.innerHTML = Twig.twig({ data: '<p>{{ title }}</p>', autoescape: true }).render(r);

  el.innerHTML = Sqrl.render('<p>{{ it.title }}</p>', r);
  el.innerHTML = Sqrl.render('<p>{{ it.title | safe }}</p>', r); // flow: record -> html

  // Other signs for the holes than those that escape and do not.
  el.innerHTML = _.template('<p><%- title %></p>')(r);
  el.innerHTML = _.template('<p>{{ title }}</p>', { interpolate: /\{\{(.+?)\}\}/g })(r); // flow: record -> html
  el.innerHTML = _.template('<p>{{ title }}</p>', { escape: /\{\{(.+?)\}\}/g })(r);

  // JsRender's templates as an object, or under a name.
  el.innerHTML = $.templates({ markup: '<ul>{{for rows}}<li>{{:title}}</li>{{/for}}</ul>' }).render({ rows: [r] }); // flow: record -> html
  el.innerHTML = $.templates({ markup: '<ul>{{for rows}}<li>{{>title}}</li>{{/for}}</ul>' }).render({ rows: [r] });
  el.innerHTML = $.templates('row', '<p>{{:title}}</p>').render(r); // flow: record -> html
  el.innerHTML = $.templates('row', '<p>{{>title}}</p>').render(r);

  // Holes that do not escape, of which each names something of its own.
  const list = { total: 3, rows: [{ no: 1, text: r.title }] };
  el.innerHTML = $.templates('<b>{{:total}}</b>{{for rows}}<i>{{:no}}</i>{{>text}}{{/for}}').render(list);
  el.innerHTML = $.templates('<b>{{:total}}</b>{{for rows}}<i>{{:text}}</i>{{/for}}').render(list); // flow: record -> html
  el.innerHTML = _.template('<b><%= total %></b><% rows.forEach((row) => { %><%= row.no %><%- row.text %><% }) %>')(list);
  el.innerHTML = _.template('<b><%- total %></b><% rows.forEach((row) => { %><%= row.text %><% }) %>')(list); // flow: record -> html
  el.innerHTML = _.template('<b><%= rows.map((row) => row.text).join() %></b>')(list); // flow: record -> html
  el.innerHTML = doT.template('{{~it.rows :row}}<i>{{=row.no}}</i>{{!row.text}}{{~}}')(list);
  el.innerHTML = doT.template('{{~it.rows :row}}<i>{{=row.text}}</i>{{~}}')(list); // flow: record -> html
  el.innerHTML = nunjucks.renderString('{% for row in rows %}{{ row.no | safe }}{{ row.text }}{% endfor %}', list);
  el.innerHTML = nunjucks.renderString('{% for row in rows %}{{ row.text | trim | safe }}{% endfor %}', list); // flow: record -> html
  el.innerHTML = Handlebars.compile('{{#each rows}}{{{no}}}{{text}}{{/each}}')(list);
  el.innerHTML = Handlebars.compile('{{#each rows}}{{{text}}}{{/each}}')(list); // flow: record -> html
  el.innerHTML = ejs.render('<% rows.forEach((row) => { %><%- row.no %><%= row.text %><% }) %>', list);
  el.innerHTML = ejs.render('<% rows.forEach((row) => { %><%- row.text %><% }) %>', list); // flow: record -> html
  return event;
});
