// What a user types into elements that Vue's h() describes, and what watchers outside of components get of it, now and before.
import { createApp, h, reactive, ref, computed, watch, watchEffect, createVNode } from 'vue';
const state = reactive({ keyword: '', hits: 0, mine: 'x' });
const word = ref('');
const whole = computed(() => `a "${state.keyword}"`);
watch(whole, (now, old) => {
  document.body.innerHTML = now; // flow: input -> html
  document.body.innerHTML = old; // flow: input -> html
});
watch(word, (now, old) => {
  document.body.innerHTML = old; // flow: input -> html
});
watch(() => state.keyword, (now, old) => {
  document.body.innerHTML = now; // flow: input -> html
  document.body.innerHTML = old; // flow: input -> html
});
watch(() => state.mine, (now, old) => {
  document.body.innerHTML = now;
  document.body.innerHTML = old;
});
watch([word, () => state.keyword], ([a, b], [c, d]) => {
  document.body.innerHTML = a; // flow: input -> html
  document.body.innerHTML = b; // flow: input -> html
  document.body.innerHTML = c; // flow: input -> html
  document.body.innerHTML = d; // flow: input -> html
});
watch(state, (now) => {
  document.body.innerHTML = now.keyword; // flow: input -> html
});
watch([() => state.mine, ref(2)], ([a, b], [c]) => {
  document.body.innerHTML = a;
  document.body.innerHTML = b;
  document.body.innerHTML = c;
});
watchEffect(() => {
  document.body.innerHTML = word.value; // flow: input -> html
  document.body.innerHTML = state.mine;
});
const useSearch = () => {
  const text = ref('');
  const size = ref(1);
  const set = (value) => { text.value = value; };
  return { text, size, set };
};
const App = {
  setup() {
    const { text, size, set } = useSearch();
    watch(text, (now) => {
      document.body.innerHTML = now; // flow: input -> html
    });
    watch(size, (now) => {
      document.body.innerHTML = now;
    });
    return () => h('label', [h('input', { onInput: (e) => (state.keyword = e.target.value) }), h('b', 'x'),
      h('input', { onChange: (e) => { word.value = e.target.value; } }),
      createVNode('input', { onInput: (e) => set(e.target.value) }),
    ]);
  },
};
createApp(App).mount('#x');
const Old = { render(c) { return c('input', { on: { input: (e) => {
  document.body.innerHTML = e.target.value; // flow: input -> html
} } }); } };
new Vue(Old);
const New = { setup() { return () => h(Field, { modelValue: 'x', 'onUpdate:modelValue': (v) => {
  document.body.innerHTML = v; // flow: input -> html
} }); } };
createApp(New).mount('#y');
