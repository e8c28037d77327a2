// What an object has itself hides what it would inherit; a method works on the object that it is called on.
class Page {
  constructor(record) {
    this.record = record;
  }
  body() {
    return '<p>' + this.record.概要.value + '</p>';
  }
  show(el) {
    el.innerHTML = this.body(); // flow: record -> html
  }
}
class ShortPage extends Page {
  body() {
    return '<p>概要は省略しました</p>';
  }
}
class LongPage extends Page {
  body() {
    return super.body() + '<footer></footer>';
  }
}
class OtherPage {
  constructor(record) {
    this.record = record;
  }
  body() {
    return '<p>別紙</p>';
  }
  show(el) {
    el.innerHTML = this.body();
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('page');
  new ShortPage(event.record).show(el);
  new LongPage(event.record).show(el);
  new OtherPage(event.record).show(el);

  const mine = {
    comment: event.record.所見.value,
    html() {
      return '<p>' + this.comment + '</p>';
    },
  };
  const standard = { comment: '所見はありません' };
  const onStandard = mine.html.bind(standard);
  el.innerHTML = mine.html(); // flow: record -> html
  el.innerHTML = onStandard();
  return event;
});
