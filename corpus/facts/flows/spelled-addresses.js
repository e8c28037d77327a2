// An object that is taken for an address is what its own method makes of it.
class Words {
  #pairs = [];
  add(name, value) {
    this.#pairs.push([name, value]);
    return this;
  }
  [Symbol.toPrimitive]() {
    return this.#pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  }
}
class Place {
  constructor(base) {
    this.base = base;
    this.words = new Words();
  }
  toString() {
    return `${this.base}?${this.words}`;
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const place = new Place('https://a.example/find');
  place.words.add('q', event.record.備考.value);
  fetch(place); // flow: record -> request-url
  return event;
});
