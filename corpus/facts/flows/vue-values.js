// What Vue hands on: the values of references, what is watched, and what a component is mounted with.
import { createApp, ref, watch, watchEffect, computed, reactive, toRefs } from 'vue';
const Search = {
  props: { initial: String },
  setup(props) {
    const word = ref(props.initial);
    const other = ref('x');
    watch(word, (now) => {
      document.body.innerHTML = now; // flow: record -> html
    });
    watch(other, (now) => {
      document.body.innerHTML = now;
    });
    watch(() => props.initial, (now) => {
      document.body.innerHTML = now; // flow: record -> html
    });
    watch([word, other], ([now]) => {
      document.body.innerHTML = now; // flow: record -> html
    });
    watchEffect(() => {
      document.body.innerHTML = word.value; // flow: record -> html
      document.body.innerHTML = other.value;
    });
    const whole = computed(() => `${word.value}!`);
    const fixed = computed(() => `${other.value}!`);
    document.body.innerHTML = whole.value; // flow: record -> html
    document.body.innerHTML = fixed.value;
    const state = reactive({ word: props.initial, kind: 'x' });
    document.body.innerHTML = state.word; // flow: record -> html
    document.body.innerHTML = state.kind;
    watch(() => state.kind, (now) => {
      document.body.innerHTML = now;
    });
    const { initial } = toRefs(props);
    document.body.innerHTML = initial.value; // flow: record -> html
    const late = ref('');
    late.value = props.initial;
    document.body.innerHTML = late.value; // flow: record -> html
    return { word };
  },
};
kintone.events.on('app.record.create.show', (event) => {
  createApp(Search, { initial: event.record.住所.value }).mount('#search');
  return event;
});
