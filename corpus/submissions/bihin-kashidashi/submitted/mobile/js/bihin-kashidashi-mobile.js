/*
 * 備品貸出アプリ スマートフォン用
 * 作成: 総務課 庶務係
 */
(() => {
  'use strict';

  const { toText, findMistakes, countDays } = window.bihinKashidashi;

  kintone.events.on(['mobile.app.record.create.show', 'mobile.app.record.edit.show'], (event) => {
    const { record } = event;
    if (!record.貸出日.value) {
      record.貸出日.value = toText(new Date());
    }
    record.返却日.disabled = true;
    record.返却確認者.disabled = true;
    return event;
  });

  kintone.events.on(['mobile.app.record.create.submit', 'mobile.app.record.edit.submit'], (event) => {
    const mistakes = findMistakes(event.record);
    Object.entries(mistakes).forEach(([code, message]) => {
      event.record[code].error = message;
    });
    if (Object.keys(mistakes).length > 0) {
      event.error = '赤字の項目を直してください。';
    }
    return event;
  });

  kintone.events.on('mobile.app.record.detail.show', (event) => {
    const { record } = event;
    const space = kintone.mobile.app.getHeaderSpaceElement();
    if (!space || record.状態.value !== '貸出中') {
      return event;
    }
    const rest = countDays(toText(new Date()), record.返却予定日.value);
    const line = document.createElement('p');
    line.textContent = rest > 0 ? `返却まであと${rest}日です。` : '返却予定日を過ぎています。';
    line.style.padding = '8px 16px';
    space.replaceChildren(line);
    return event;
  });

  kintone.events.on('mobile.app.record.index.show', (event) => {
    const space = kintone.mobile.app.getHeaderSpaceElement();
    if (space) {
      const count = event.records.filter((record) => record.状態.value === '貸出中').length;
      space.textContent = `この一覧の貸出中: ${count}件`;
    }
    return event;
  });
})();
