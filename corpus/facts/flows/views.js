// View libraries and templates: which parts of them are HTML.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  const rows = event.record.表.value.map((row) => ({ name: row.value.品名.value, count: 1 }));
  Vue.createApp({ data: () => ({ note: v }), template: '<p v-html="note"></p>' }).mount(el); // flow: record -> html
  Vue.createApp({ data: () => ({ note: v }), template: '<p v-text="note">{{ note }}</p>' }).mount(el);
  Vue.createApp({ data: () => ({ note: v, own: 'x' }), template: '<p v-html="own">{{ note }}</p>' }).mount(el);
  Vue.createApp({ data: () => ({ rows }), template: '<p v-for="row in rows" v-html="row.name"></p>' }).mount(el); // flow: record -> html
  Vue.createApp({ data: () => ({ rows }), template: '<p v-for="row in rows" v-html="row.count"></p>' }).mount(el);
  Vue.createApp({ computed: { text() { return '<b>' + v + '</b>'; } }, template: '<p v-html="text"></p>' }).mount(el); // flow: record -> html
  Vue.createApp({ setup() { const note = Vue.ref(''); note.value = v; return { note }; }, template: '<p v-html="note"></p>' }).mount(el); // flow: record -> html
  Vue.createApp({ data: () => ({ note: '' }), mounted() { this.note = v; }, template: '<p v-html="note"></p>' }).mount(el); // flow: record -> html
  Vue.createApp({ data: () => ({ note: v }), template: '<p>' + v + '</p>' }).mount(el); // flow: record -> html
  React.createElement('p', { dangerouslySetInnerHTML: { __html: v } }); // flow: record -> html
  React.createElement('p', { title: v }, v);
  React.createElement('p', { dangerouslySetInnerHTML: { __html: DOMPurify.sanitize(v) } });
  el.innerHTML = Handlebars.compile('<p>{{note}}</p>')({ note: v });
  el.innerHTML = Handlebars.compile('<p>{{{note}}}</p>')({ note: v }); // flow: record -> html
  el.innerHTML = Mustache.render('<p>{{note}}</p>', { note: v });
  el.innerHTML = Mustache.render('<p>{{&note}}</p>', { note: v }); // flow: record -> html
  el.innerHTML = _.template('<p><%- note %></p>')({ note: v });
  el.innerHTML = _.template('<p><%= note %></p>')({ note: v }); // flow: record -> html
});
