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
// What is written to an accessor goes to its setter alone, and reading gives what its getter gives alone.
const title = { shown: '' };
let fixed = '<b>x</b>';
Object.defineProperty(title, 'heading', {
  get() {
    return fixed;
  },
  set(x) {
    this.shown = x;
  },
});
const kept = { shown: '' };
Object.defineProperties(kept, {
  caption: {
    get() {
      return this.shown;
    },
    set(x) {
      this.shown = x;
    },
  },
});
class Label {
  get size() {
    return this.text.length;
  }
  set size(x) {
    this.other = x;
  }
  get markup() {
    return '<b>' + this.text + '</b>';
  }
  set markup(x) {
    this.text = x;
  }
}
class Wide extends Label {}
class Taking {
  set body(x) {
    document.body.innerHTML = x; // flow: record -> html
  }
}
function Old() {}
Object.defineProperty(Old.prototype, 'inner', {
  get: function () {
    return this.held;
  },
  set: function (x) {
    this.held = x;
  },
});
Object.defineProperty(Old.prototype, 'outer', {
  get: function () {
    return this.held.length;
  },
});
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  title.heading = v;
  document.body.innerHTML = title.heading;
  document.body.innerHTML = title.shown; // flow: record -> html
  kept.caption = v;
  document.body.innerHTML = kept.caption; // flow: record -> html
  const sized = new Label();
  sized.size = v;
  document.body.innerHTML = sized.size;
  document.body.innerHTML = sized.other; // flow: record -> html
  const marked = new Wide();
  marked.markup = v;
  document.body.innerHTML = marked.markup; // flow: record -> html
  document.body.innerHTML = marked.size;
  new Taking().body = v;
  Object.assign(new Taking(), { body: v });
  const old = new Old();
  old.inner = v;
  document.body.innerHTML = old.inner; // flow: record -> html
  document.body.innerHTML = old.outer;
});
// `this` in a getter is what the property is asked of.
const view = {
  text: 'x',
  get html() {
    return '<b>' + this.text + '</b>';
  },
};
const derived = Object.create({
  get html() {
    return '<i>' + this.text + '</i>';
  },
});
kintone.events.on('app.record.edit.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = Reflect.get(view, 'html', { text: v }); // flow: record -> html
  document.body.innerHTML = Reflect.get(view, 'html', { text: 'y', other: v });
  document.body.innerHTML = view.html;
  derived.text = v;
  document.body.innerHTML = derived.html; // flow: record -> html
});
// As compilers write classes.
function made(constructor, properties) {
  properties.forEach(function (property) {
    property.configurable = true;
    Object.defineProperty(constructor.prototype, property.key, property);
  });
  return constructor;
}
function looped(constructor, properties) {
  for (var i = 0; i < properties.length; i++) {
    var property = properties[i];
    property.configurable = true;
    if ('value' in property) property.writable = true;
    Object.defineProperty(constructor.prototype, named(property.key), property);
  }
  return constructor;
}
function named(key) {
  var primitive = typeof key === 'object' ? String(key) : key;
  return 'symbol' == typeof primitive ? primitive : primitive + '';
}
var Card = (function () {
  function Card(text) {
    this.text = text;
  }
  return made(Card, [
    { key: 'raw', get: function () { return this.text; } },
    { key: 'long', get: function () { return this.text.length; } },
    { key: 'draw', value: function () {
      document.body.innerHTML = this.raw; // flow: record -> html
      document.body.innerHTML = this.long;
    } },
  ]);
})();
var Sheet = (function () {
  function Sheet(text) {
    this.text = text;
  }
  return looped(Sheet, [
    { key: 'raw', get: function () { return this.text; } },
    { key: 'long', get: function () { return this.text.length; } },
    { key: 'draw', value: function () {
      document.body.innerHTML = this.raw; // flow: record -> html
      document.body.innerHTML = this.long;
    } },
  ]);
})();
kintone.events.on('app.record.create.show', (event) => {
  new Card(event.record.件名.value).draw();
  new Sheet(event.record.件名.value).draw();
});

// Setters under names that are gone through, and what is written under any name.
const watched = (fields, told) =>
  Object.keys(fields).reduce((out, key) => {
    let current = fields[key];
    return Object.defineProperty(out, key, {
      enumerable: true,
      get: () => current,
      set(next) {
        told(key, (current = next));
      },
    });
  }, {});
kintone.events.on('app.record.edit.show', (event) => {
  const value = event.record.件名.value;
  const shown = (key, text) => {
    document.body.innerHTML = text; // flow: record -> html
  };
  const quiet = (key, text) => {
    document.body.textContent = text;
    document.body.innerHTML = key;
  };
  const state = watched({ title: null }, shown);
  for (const key of Object.keys(state)) state[key] = value;
  const calm = watched({ title: null }, quiet);
  for (const key of Object.keys(calm)) calm[key] = value;
  const direct = {};
  for (const key of Object.keys({ a: 1, b: 2 })) {
    Object.defineProperty(direct, key, {
      set(text) {
        document.body.innerHTML = text; // flow: record -> html
      },
    });
  }
  direct.a = value;
});
