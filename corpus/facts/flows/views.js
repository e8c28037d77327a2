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
  Vue.createApp({ data: () => ({ v }), template: '<a :href="v">x</a>' }).mount(el); // flow: record -> link
  Vue.createApp({ data: () => ({ v }), template: '<a :href="\'/k/\' + v">x</a>' }).mount(el);
  Vue.createApp({ data: () => ({ rows }), template: '<a v-for="row in rows" v-bind:href="row.name">x</a>' }).mount(el); // flow: record -> link
  Vue.component('memo-box', { props: ['memo'], template: '<p v-html="memo"></p>' }); // flow: record -> html
  Vue.component('calm-box', { props: ['hint'], template: '<p v-html="hint"></p>' });
  const inner = { props: ['innerText'], template: '<p v-html="innerText"></p>' }; // flow: record -> html
  // A list that is handed on is filled where it is used.
  const board = { props: { items: Array }, template: '<p v-for="item in items" v-html="item.text"></p>' }; // flow: record -> html
  const quiet = { props: { lines: Array }, template: '<p v-for="line in lines" v-html="line.count"></p>' };
  new Vue({
    components: { inner, board, quiet },
    data: { m: v, n: 'x', noted: [{ text: v, count: 1 }] },
    template: '<div><board :items="noted"></board><quiet :lines="noted"></quiet><memo-box :memo="m"></memo-box><calm-box :hint="n"></calm-box><inner :inner-text="m"></inner></div>',
  });
});
