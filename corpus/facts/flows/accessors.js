// Getters give, setters take.
const store = {
  _v: '',
  get value() {
    return this._v;
  },
  set value(x) {
    this._v = x;
  },
  set direct(x) {
    document.body.innerHTML = x; // flow: record -> html
  },
};
const plain = {};
Object.defineProperty(plain, 'text', { get: () => store.value });
kintone.events.on('app.record.detail.show', (event) => {
  store.value = event.record.件名.value;
  document.body.innerHTML = store.value; // flow: record -> html
  store.direct = event.record.件名.value;
  document.body.innerHTML = plain.text; // flow: record -> html
});
