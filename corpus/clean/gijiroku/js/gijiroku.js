/* 会議録: リッチエディターの本文を無害化して見開きで表示し、発言者ごとにまとめる */
((purifier) => {
  'use strict';

  const ALLOWED = {
    ALLOWED_TAGS: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'span', 'div', 'blockquote'],
    ALLOWED_ATTR: ['class'],
  };

  const HTML_ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const escapeHtml = (text) => String(text ?? '').replace(/[&<>"']/g, (c) => HTML_ESCAPES[c]);

  /** http と https のリンクだけを通す。それ以外は null。 */
  const safeUrl = (text) => {
    try {
      const url = new URL(text, window.location.origin);
      return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
    } catch {
      return null;
    }
  };

  const header = (record) => `
    <header class="giji-head">
      <h2>${escapeHtml(record.会議名.value)}</h2>
      <dl>
        <dt>日時</dt><dd>${escapeHtml(formatPeriod(record))}</dd>
        <dt>場所</dt><dd>${escapeHtml(record.場所.value)}</dd>
        <dt>出席者</dt><dd>${record.出席者.value.map((person) => escapeHtml(person.name)).join('、')}</dd>
      </dl>
    </header>`;

  const formatPeriod = (record) => {
    const format = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short' });
    const start = new Date(record.開始日時.value);
    const end = new Date(record.終了日時.value);
    return `${format.format(start)} 〜 ${format.format(end)}`;
  };

  const materials = (record) => {
    const list = document.createElement('ul');
    list.className = 'giji-materials';
    for (const { value: row } of record.資料.value) {
      const item = document.createElement('li');
      const url = safeUrl(row.資料URL.value);
      if (url) {
        const link = document.createElement('a');
        link.href = url;
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
        link.textContent = row.資料名.value || url;
        item.append(link);
      } else {
        item.textContent = row.資料名.value || '(リンクなし)';
      }
      list.append(item);
    }
    return list;
  };

  const speakers = (record) => {
    const totals = new Map();
    record.発言.value.forEach(({ value: row }) => {
      const name = row.発言者.value;
      const entry = totals.get(name) ?? { count: 0, letters: 0 };
      entry.count += 1;
      entry.letters += (row.発言内容.value ?? '').length;
      totals.set(name, entry);
    });
    const rows = Array.from(totals, ([name, { count, letters }]) =>
      `<tr><td>${escapeHtml(name)}</td><td>${count}</td><td>${letters.toLocaleString('ja-JP')}</td></tr>`);
    return `<table class="giji-speakers"><thead><tr><th>発言者</th><th>回数</th><th>文字数</th></tr></thead>
      <tbody>${rows.join('')}</tbody></table>`;
  };

  const render = (space, record) => {
    const article = document.createElement('article');
    article.className = 'giji-article';
    article.innerHTML = header(record);

    const body = document.createElement('section');
    body.innerHTML = purifier.sanitize(record.本文.value, ALLOWED);
    article.append(body);

    const summary = document.createElement('section');
    summary.insertAdjacentHTML('beforeend', speakers(record));
    article.append(summary, materials(record));

    space.textContent = '';
    space.append(article);
  };

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('giji');
    if (space) render(space, event.record);
    return event;
  });

  kintone.events.on('app.record.print.show', (event) => {
    const space = kintone.app.record.getSpaceElement('giji');
    if (space) render(space, event.record);
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    const { record } = event;
    if (record.終了日時.value && record.開始日時.value > record.終了日時.value) {
      record.終了日時.error = '開始より後の日時にしてください。';
    }
    record.資料.value.forEach(({ value: row }) => {
      if (row.資料URL.value && !safeUrl(row.資料URL.value)) {
        row.資料URL.error = 'http または https で始まるURLを入力してください。';
      }
    });
    return event;
  });
})(window.DOMPurify);
