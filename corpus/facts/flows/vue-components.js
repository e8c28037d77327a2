// Components of Vue: what a component is given, what its functions see, and what templates compile to.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');

  // A computed value of what another component's template hands on.
  const LinkCell = {
    props: ['url', 'label'],
    computed: {
      to() {
        return this.url.trim();
      },
    },
    template: '<a :href="to">{{ label }}</a>', // flow: record -> link
  };
  const CheckedCell = {
    props: ['target'],
    computed: {
      to() {
        return /^https:\/\//.test(this.target) ? this.target : null;
      },
    },
    template: '<a :href="to">x</a>',
  };
  Vue.createApp({
    components: { LinkCell, CheckedCell },
    data: () => ({ u: v }),
    template: '<p><link-cell :url="u" label="x"></link-cell><checked-cell :target="u"></checked-cell></p>',
  }).mount(el);

  // What a template of Vue 3 compiles to.
  const render = (_ctx, _cache, $props, $setup, $data) => [
    Vue.createElementVNode('p', { innerHTML: $setup.memo }), // flow: record -> html
    Vue.createElementVNode('p', { innerHTML: $setup.size }),
    Vue.createElementVNode('p', { title: $setup.memo }, Vue.toDisplayString($setup.memo)),
    Vue.createElementBlock('p', { innerHTML: _ctx.note }), // flow: record -> html
    Vue.createElementBlock('p', { innerHTML: $data.note }), // flow: record -> html
  ];
  Vue.createApp({
    setup() {
      const memo = Vue.ref('');
      const size = Vue.ref('');
      memo.value = v;
      size.value = 'x';
      return { memo, size };
    },
    data: () => ({ note: '' }),
    mounted() {
      this.note = v;
    },
    render,
  }).mount(el);

  // A component in code, with what it is given.
  const Card = {
    props: { text: String, kind: String },
    render() {
      return Vue.h('div', [
        Vue.h('p', { innerHTML: this.text }), // flow: record -> html
        Vue.h('p', { innerHTML: this.kind }),
      ]);
    },
  };
  const Row = (props) => Vue.h('p', { innerHTML: props.text }); // flow: record -> html
  Vue.createApp({ render: () => [Vue.h(Card, { text: v, kind: 'x' }), Vue.h(Row, { text: v })] }).mount(el);

  // What a template of Vue 2 compiles to.
  new Vue({
    data() {
      return { memo: v, kind: 'x' };
    },
    render() {
      const _vm = this;
      const _c = _vm._self._c;
      return _c('div', [
        _c('p', { domProps: { innerHTML: _vm._s(_vm.memo) } }), // flow: record -> html
        _c('p', { domProps: { innerHTML: _vm._s(_vm.kind) } }),
      ]);
    },
  }).$mount(el);
});
