// An object in a text is what its own methods say; without one it shows nothing of what it holds.
function Amount(text) {
  this.text = text;
}
Amount.prototype.valueOf = function () {
  return this.text;
};
Amount.prototype.toString = function () {
  return '（金額）';
};
class Passage {
  constructor(text) {
    this.text = text;
  }
  [Symbol.toPrimitive](hint) {
    return hint === 'number' ? this.text.length : this.text;
  }
}
class Cell {
  constructor(value) {
    this.value = value;
  }
  toString() {
    return this.value;
  }
}
class TextCell {
  constructor(value) {
    this.value = value;
  }
  toString() {
    return this.value.length + '文字';
  }
}
class Plain {
  constructor(value) {
    this.value = value;
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const el = kintone.app.record.getSpaceElement('a');
  const raw = event.record.件名.value;
  el.innerHTML = '<td>' + new Amount(raw) + '</td>'; // flow: record -> html
  el.innerHTML = `<td>${new Amount(raw)}</td>`;
  el.innerHTML = `<td>${new Passage(raw)}</td>`; // flow: record -> html
  el.innerHTML = '<td>' + +new Passage(raw) + '</td>';
  el.innerHTML = '' + new Cell(raw); // flow: record -> html
  el.innerHTML = String(new Cell(raw)); // flow: record -> html
  el.innerHTML = [new Cell(raw)].join('</td><td>'); // flow: record -> html
  el.innerHTML = '' + new TextCell(raw);
  el.innerHTML = '' + new Plain(raw);
  let text = '';
  text += new Cell(raw);
  el.innerHTML = text; // flow: record -> html
  const shown = {
    html: raw,
    toString() {
      return `<b>${this.html}</b>`;
    },
  };
  el.innerHTML = `${shown}`; // flow: record -> html
  const hidden = {
    html: raw,
    toString: () => 'x',
  };
  el.innerHTML = `${hidden}`;
});

// Objects in a list show no more of themselves when the list is joined.
kintone.events.on('app.record.edit.show', (event) => {
  const raw = event.record.件名.value;
  const el = kintone.app.record.getSpaceElement('cell');
  class Person {
    constructor(name) {
      Object.assign(this, { name });
    }

    toString() {
      return this.name.replace(/[<>&"']/g, '');
    }
  }
  class Label {
    constructor(name) {
      Object.assign(this, { name });
    }

    toString() {
      return this.name.trim();
    }
  }
  el.innerHTML = [new Person(raw), new Person(raw)].join('</li><li>');
  el.innerHTML = [new Label(raw), new Label(raw)].join('</li><li>'); // flow: record -> html
  el.innerHTML = [1, 2].map(() => new Person(raw)).sort().join(', ');
  el.innerHTML = [{ name: raw }].join(', ');
  el.innerHTML = [[raw]].join(', '); // flow: record -> html
});
