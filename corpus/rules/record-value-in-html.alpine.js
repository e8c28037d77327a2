(() => {
  'use strict';
  const markup = `<div x-data="memos"><template x-for="memo in items"><p x-html="memo.body"></p></template></div>`; // expect: record-value-in-html
  const text = `<div x-data="memos"><template x-for="memo in items"><p x-text="memo.body"></p></template></div>`;
  const links = `<div x-data="memos"><template x-for="memo in items"><a :href="memo.page">開く</a></template></div>`; // expect: link-without-scheme

  document.addEventListener('alpine:init', () => {
    Alpine.data('memos', () => ({
      items: [],
      async init() {
        const { records } = await kintone.api(kintone.api.url('/k/v1/records.json'), 'GET', { app: kintone.app.getId() });
        this.items = records.map((r) => ({ body: r.回答.value, page: r.参照.value }));
      },
    }));
  });

  kintone.events.on('space.portal.show', (event) => {
    const area = kintone.space.portal.getContentSpaceElement();
    area.insertAdjacentHTML('beforeend', markup);
    area.insertAdjacentHTML('beforeend', text);
    area.insertAdjacentHTML('beforeend', links);
    Alpine.start();
    return event;
  });
})();
