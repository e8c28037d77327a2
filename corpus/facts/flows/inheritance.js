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

// The same before there were classes: what a prototype is given before anything runs hides what it inherits.
(function () {
  'use strict';
  function Slip(target) {
    this.target = target;
  }
  Slip.prototype.line = function (words) {
    return '<p>' + words + '</p>';
  };
  Slip.prototype.put = function (words) {
    this.target.innerHTML = this.line(words); // flow: record -> html
  };
  function MutedSlip() {
    Slip.apply(this, arguments);
  }
  MutedSlip.prototype = Object.create(Slip.prototype);
  MutedSlip.prototype.constructor = MutedSlip;
  MutedSlip.prototype.line = function (words) {
    return '<p>' + String(words.length) + '</p>';
  };
  kintone.events.on('app.record.detail.show', (event) => {
    new Slip(document.getElementById('slip')).put(event.record.伝言.value);
    return event;
  });
  kintone.events.on('app.record.print.show', (event) => {
    new MutedSlip(document.getElementById('slip')).put(event.record.伝言.value);
    return event;
  });
})();
(function () {
  function Card(target) {
    this.target = target;
  }
  Card.prototype.line = (words) => '<p>' + words + '</p>';
  Card.prototype.put = function (words) {
    this.target.innerHTML = this.line(words);
  };
  function MutedCard(target) {
    this.target = target;
  }
  MutedCard.prototype = Object.create(Card.prototype);
  MutedCard.prototype.line = () => '<p>***</p>';
  kintone.events.on('app.record.detail.show', (event) => {
    new MutedCard(document.getElementById('card')).put(event.record.伝言.value);
    return event;
  });
})();
// It does not where it comes too late, or perhaps never.
(function () {
  function Label(target) {
    this.target = target;
  }
  Label.prototype.line = (words) => '<p>' + words + '</p>';
  Label.prototype.put = function (words) {
    this.target.innerHTML = this.line(words); // flow: record -> html
  };
  function MutedLabel(target) {
    this.target = target;
  }
  MutedLabel.prototype = Object.create(Label.prototype);
  if (location.hash === '#muted') {
    MutedLabel.prototype.line = () => '<p>***</p>';
  }
  kintone.events.on('app.record.detail.show', (event) => {
    new MutedLabel(document.getElementById('label')).put(event.record.伝言.value);
    return event;
  });
})();
(function () {
  function Badge(target) {
    this.target = target;
  }
  Badge.prototype.line = (words) => '<p>' + words + '</p>';
  Badge.prototype.put = function (words) {
    this.target.innerHTML = this.line(words); // flow: record -> html
  };
  function MutedBadge(target) {
    this.target = target;
  }
  MutedBadge.prototype = Object.create(Badge.prototype);
  show(kintone.app.record.get());
  MutedBadge.prototype.line = () => '<p>***</p>';
  function show(page) {
    new MutedBadge(document.getElementById('badge')).put(page.record.伝言.value);
  }
})();
