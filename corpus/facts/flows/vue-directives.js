// Attributes of templates that code gives a meaning: what handles them gets the element and what stands in the attribute.
kintone.events.on('app.record.index.show', (event) => {
  const el = kintone.app.getHeaderSpaceElement();
  const notes = event.records.map((r) => ({ id: r.$id.value, memo: r.備考.value, size: r.備考.value.length }));
  const first = event.records[0].備考.value;

  const rich = (node, { value }) => {
    node.innerHTML = value; // flow: record -> html
  };
  const App = {
    props: ['notes'],
    setup: (props) => ({ shown: Vue.computed(() => props.notes.filter((note) => note.memo)) }),
    template: '<ul><li v-for="note in shown" :key="note.id" v-rich="note.memo" v-plain.trim="note.memo"></li></ul>',
  };
  Vue.createApp(App, { notes })
    .directive('rich', { mounted: rich, updated: rich })
    .directive('plain', (node, binding) => {
      node.textContent = binding.value;
    })
    .mount(el);

  Vue.createApp({
    data: () => ({ memo: first, size: notes.length, kind: 'x' }),
    directives: {
      markHtml: {
        mounted(node, binding) {
          node.insertAdjacentHTML('beforeend', binding.value); // flow: record -> html
        },
      },
      count: (node, binding) => {
        node.innerHTML = binding.value;
      },
    },
    template: `<p v-mark-html="kind + memo"></p><p v-count="size"></p><p v-count="kind"></p>`,
  }).mount(el);

  // Vue 2, and a directive that is known before the component.
  Vue.directive('tip', {
    bind(node, binding) {
      node.innerHTML = binding.value; // flow: record -> html
    },
  });
  new Vue({ el, data: { memo: first }, template: '<p v-tip:top.once="memo"></p>' });

  // What templates compile to.
  Vue.withDirectives(Vue.h('p'), [[{ mounted: (node, binding) => (node.innerHTML = binding.value) }, first]]); // flow: record -> html
  Vue.withDirectives(Vue.h('p'), [[{ mounted: (node, binding) => (node.title = binding.value) }, first]]);
  return event;
});
