// A component without a template of its own takes the markup of the element that it is put into as one.
kintone.events.on('app.record.detail.show', (event) => {
  const memo = event.record.memo.value;
  const area = kintone.app.record.getSpaceElement('memos');
  area.innerHTML = '<div id="one"><p v-html="memo"></p></div>'; // flow: record -> html
  area.innerHTML = '<div id="one"><p v-text="memo">{{ memo }}</p><i v-html="title"></i></div>';
  new Vue({ el: '#one', data: { memo, title: '<b>一覧</b>' } });

  area.innerHTML = '<ul id="two"><li v-for="row in rows" v-html="row.text"></li></ul>'; // flow: record -> html
  area.innerHTML = '<ul id="two"><li v-for="row in rows" v-html="row.number"></li></ul>';
  Vue.createApp({ data: () => ({ rows: [{ text: memo, number: 1 }] }) }).mount('#two');

  area.innerHTML = '<div id="three"><p v-html="memo"></p></div>';
  Vue.createApp({ data: () => ({ memo: '<b>一覧</b>' }) }).mount('#three');

  area.innerHTML = '<div v-scope><p v-html="text"></p></div>'; // flow: record -> html
  area.innerHTML = '<div v-scope><p v-html="fixed"></p></div>';
  PetiteVue.createApp({ text: '', fixed: '', load() { this.text = memo; } }).mount(area);
  return event;
});
