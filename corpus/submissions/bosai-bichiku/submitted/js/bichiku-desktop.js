/*
 * 防災備蓄 期限管理プラグイン: パソコンの画面
 * 危機管理課
 */
((PLUGIN_ID) => {
  'use strict';

  const { classify, daysLeft, readSettings } = window.bichikuKigen;
  const settings = readSettings(PLUGIN_ID);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const buildPanel = (groups) => {
    const panel = element('div', 'bichiku-panel', '');
    panel.id = 'bichiku-panel';
    panel.append(
      element('span', 'bichiku-expired', `期限切れ ${groups.expired.length}`),
      element('span', 'bichiku-soon', `${settings.warnDays}日以内 ${groups.soon.length}`),
      element('span', 'bichiku-fine', `余裕あり ${groups.fine.length}`),
    );
    return panel;
  };

  const buildList = (records, today) => {
    const list = element('ul', 'bichiku-list', '');
    records.slice(0, 20).forEach((record) => {
      const rest = daysLeft(record[settings.field].value, today);
      const when = rest < 0 ? `${-rest}日過ぎています` : `あと${rest}日`;
      list.appendChild(element('li', 'bichiku-item', `${record.保管場所.value} ${record.品名.value} ${record.数量.value}${record.単位.value}: ${when}`));
    });
    return list;
  };

  kintone.events.on('app.record.index.show', (event) => {
    const space = kintone.app.getHeaderSpaceElement();
    if (!space || event.viewType !== 'list') {
      return event;
    }
    const today = new Date();
    const groups = classify(event.records, settings.field, settings.warnDays, today);
    space.replaceChildren(buildPanel(groups), buildList([...groups.expired, ...groups.soon], today));
    return event;
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const field = event.record[settings.field];
    const rest = field ? daysLeft(field.value, new Date()) : null;
    const menu = kintone.app.record.getHeaderMenuSpaceElement();
    if (menu && rest !== null && rest <= settings.warnDays) {
      const text = rest < 0 ? '期限が過ぎています。入れ替えてください。' : `期限まであと${rest}日です。`;
      menu.replaceChildren(element('span', rest < 0 ? 'bichiku-expired' : 'bichiku-soon', text));
    }
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    const { record } = event;
    const rest = daysLeft(record[settings.field].value, new Date());
    if (rest !== null && rest < 0 && record.状態.value === '保管中') {
      record[settings.field].error = '期限が過ぎた品は「保管中」にできません。';
      event.error = '期限か状態を確かめてください。';
    }
    return event;
  });
})(kintone.$PLUGIN_ID);
