// The object that a component is: what is written to it from outside is what its methods see.
(() => {
  const app = Vue.createApp({
    data() {
      return { form: {}, kind: '' };
    },
    computed: {
      payload() {
        return { form: this.form };
      },
    },
    watch: {
      payload(next) {
        document.body.innerHTML = next.form.memo; // flow: record -> html
      },
    },
    methods: {
      show() {
        document.body.innerHTML = this.form.memo; // flow: record -> html
        document.body.innerHTML = this.kind;
      },
    },
  });
  kintone.events.on('app.record.detail.show', (event) => {
    const mounted = app.use(Vuex).mount('#x');
    mounted.form = { memo: event.record.備考.value };
    mounted.kind = 'x';
    mounted.show();
    const view = new Vue({
      data: { memo: '', kind: '' },
      watch: {
        memo(now) {
          document.body.innerHTML = now; // flow: record -> html
        },
        kind(now) {
          document.body.innerHTML = now;
        },
      },
    });
    view.memo = event.record.備考.value;
    view.kind = 'x';
    return event;
  });
})();
