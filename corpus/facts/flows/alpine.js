// Markup anywhere in the page names the object that it shows; what is written as HTML, and where, is said by its attributes.
const markup = ` // flow: record -> html
  <div x-data="memos">
    <template x-for="memo in items" :key="memo.id">
      <p><b x-text="memo.title"></b><span x-html="memo.body"></span></p>
    </template>
  </div>`;
const text = `
  <div x-data="memos">
    <template x-for="memo in items" :key="memo.id">
      <p><b x-text="memo.title"></b><span x-text="memo.body"></span><i x-html="heading"></i></p>
    </template>
  </div>`;
const ready = '<div x-data="ready()"><p x-html="message"></p></div>'; // flow: record -> html
const other = '<div x-data="constant"><p x-html="message"></p></div>';
const counted = '<div x-data="memos"><p x-html="items.length"></p></div>';
const unknown = '<div x-data="{ message: 1 }"><p x-html="message"></p></div>';

document.addEventListener('alpine:init', () => {
  Alpine.data('memos', () => ({
    items: [],
    heading: '<b>一覧</b>',
    async init() {
      const { records } = await kintone.api(kintone.api.url('/k/v1/records.json'), 'GET', { app: 88 });
      this.items = records.map((r) => ({ id: r.$id.value, title: r.質問.value, body: r.回答.value }));
    },
  }));
  Alpine.data('constant', () => ({ message: '<b>一覧</b>' }));
});

kintone.events.on('app.record.detail.show', (event) => {
  Alpine.data('ready', () => ({ message: event.record.memo.value, safe: '' }));
  const area = kintone.app.record.getSpaceElement('memos');
  area.insertAdjacentHTML('beforeend', markup);
  area.insertAdjacentHTML('beforeend', text);
  area.insertAdjacentHTML('beforeend', other);
  area.innerHTML = ready;
  area.innerHTML = counted;
  area.innerHTML = unknown;
  Alpine.start();
  return event;
});
