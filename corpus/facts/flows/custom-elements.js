// Elements of the page that have a class: made by their name, told what they show by properties and attributes.
class Memo extends HTMLElement {
  constructor() { super(); this.body = ''; this.attachShadow({ mode: 'open' }); }
  connectedCallback() { this.render(); }
  render() { this.shadowRoot.innerHTML = `<p>${this.body}</p>`; } // flow: record -> html
}
class Chip extends HTMLElement {
  static get observedAttributes() { return ['label']; }
  attributeChangedCallback(name, before, after) { this.innerHTML = `<b>${after}</b>`; } // flow: record -> html
}
class Note extends HTMLElement {
  connectedCallback() { this.innerHTML = `<b>${this.getAttribute('text')}</b>`; } // flow: record -> html
}
class Sure extends HTMLElement {
  connectedCallback() { this.textContent = this.getAttribute('text'); this.innerHTML += `<b class="${this.mode}"></b>`; }
  set mode(m) { this._m = m === 'a' ? 'a' : 'b'; }
  get mode() { return this._m; }
}
class Data extends HTMLElement {
  set record(r) { this.innerHTML = `<dl><dt>${r.件名.value}</dt></dl>`; } // flow: record -> html
}
class Dset extends HTMLElement {
  connectedCallback() { this.innerHTML = this.dataset.note; } // flow: record -> html
}
customElements.define('city-memo', Memo);
customElements.define('city-chip', Chip);
customElements.define('city-note', Note);
customElements.define('city-sure', Sure);
window.customElements.define('city-data', Data);
customElements.define('city-dset', Dset);
customElements.define('city-anon', class extends HTMLElement {
  set value(v) { this.innerHTML = v; } // flow: record -> html
});
kintone.events.on('app.record.detail.show', (event) => {
  const space = kintone.app.record.getSpaceElement('view');
  const memo = document.createElement('city-memo');
  memo.body = event.record.本文.value;
  const chip = document.createElement('city-chip');
  chip.setAttribute('label', event.record.札.value);
  const note = document.createElement('city-note');
  note.setAttribute('text', event.record.札.value);
  const sure = document.createElement('city-sure');
  sure.setAttribute('text', event.record.札.value);
  sure.mode = event.record.札.value;
  const data = document.createElement('city-data');
  data.record = event.record;
  const dset = document.createElement('city-dset');
  dset.dataset.note = event.record.札.value;
  const anon = document.createElement('city-anon');
  anon.value = event.record.札.value;
  space.append(memo, chip, note, sure, data);
  return event;
});
