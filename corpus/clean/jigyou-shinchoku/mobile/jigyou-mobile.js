((common) => {
  'use strict';

  kintone.events.on('mobile.app.record.index.show', (event) => {
    const space = kintone.mobile.app.getHeaderSpaceElement();
    const late = event.records.filter((record) => record.状況.value === '遅延').length;
    const p = document.createElement('p');
    p.className = 'jigyou-badge';
    p.textContent = late ? `遅れている事業が${late}件あります` : '遅れている事業はありません';
    space.replaceChildren(p);
    return event;
  });

  kintone.events.on(['mobile.app.record.create.submit', 'mobile.app.record.edit.submit'], (event) => {
    const { 期限, 状況 } = event.record;
    if (期限.value && 状況.value === '進行中' && common.daysUntil(期限.value) < 0) {
      期限.error = '期限を過ぎています。状況を見直してください。';
    }
    return event;
  });
})(window.jigyouShinchoku);
