// What a promise is fulfilled with is what it is made of.
async function load() {
  const response = await kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', { app: 1 });
  return response.records;
}
kintone.events.on('app.record.detail.show', async (event) => {
  const records = await load();
  document.body.innerHTML = records[0].件名.value; // flow: record -> html
  load().then((rows) => {
    document.body.innerHTML = rows[0].件名.value; // flow: record -> html
    return rows[0];
  }).then((row) => {
    document.body.innerHTML = row.件名.value; // flow: record -> html
    return 'x';
  }).then((x) => {
    document.body.innerHTML = x;
  });
  kintone.api(kintone.api.url('/k/v1/record.json'), 'GET', { app: 1, id: 1 }, function (resp) {
    document.body.innerHTML = resp.record.件名.value; // flow: record -> html
  });
  const own = new Promise((resolve) => {
    resolve(event.record.件名.value);
  });
  document.body.innerHTML = await own; // flow: record -> html
  const [first, second] = await Promise.all([own, Promise.resolve('x')]);
  document.body.innerHTML = first; // flow: record -> html
  document.body.innerHTML = second;
  return event;
});

// What has a `then` of its own is asked by it for what it gives, also by `await`.
class LazyText {
  constructor(make) {
    this.make = make;
  }
  then(done) {
    return Promise.resolve(this.make()).then(done);
  }
}
kintone.events.on('app.record.detail.show', async (event) => {
  const el = document.getElementById('lazy');
  const body = new LazyText(() => event.record.本文.value);
  const heading = new LazyText(() => `第${kintone.app.getId()}号`);
  el.innerHTML = await body; // flow: record -> html
  el.innerHTML = await heading;
  el.innerHTML = await { then: (done) => done(event.record.本文.value) }; // flow: record -> html
  el.innerHTML = await { then: (done) => done(event.record.本文.value.length) };
  return event;
});
