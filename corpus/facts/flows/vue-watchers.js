// Watchers get what they are called like; methods see data and properties as `this`.
kintone.events.on('app.record.detail.show', (event) => {
  new Vue({
    el: '#box',
    data: { word: event.record.住所.value, kind: 'x' },
    watch: {
      word(now) {
        document.body.innerHTML = now; // flow: record -> html
      },
      kind(now) {
        document.body.innerHTML = now;
      },
    },
    methods: {
      show() {
        document.body.innerHTML = this.word; // flow: record -> html
        document.body.innerHTML = this.kind;
      },
    },
  });
  new Vue({
    propsData: { who: event.record.氏名.value },
    data() {
      return { row: null, count: 1 };
    },
    mounted() {
      this.row = event.record.備考.value;
      document.body.innerHTML = this.who; // flow: record -> html
    },
    watch: {
      row: {
        handler(now) {
          document.body.innerHTML = now; // flow: record -> html
        },
        immediate: true,
      },
      count(now) {
        document.body.innerHTML = now;
      },
    },
  });
  const Card = {
    props: ['who', 'size'],
    methods: {
      show() {
        document.body.innerHTML = this.who; // flow: record -> html
        document.body.innerHTML = this.size;
      },
    },
  };
  Vue.createApp(Card, { who: event.record.氏名.value, size: 'x' }).mount('#card');
});
