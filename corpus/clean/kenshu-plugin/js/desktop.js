((PLUGIN_ID) => {
  'use strict';

  const config = kintone.plugin.app.getConfig(PLUGIN_ID);
  const DAY = 24 * 60 * 60 * 1000;

  const daysLeft = (value) => Math.floor((new Date(value).getTime() - Date.now()) / DAY);

  const near = (records) => records
    .filter((record) => record[config.deadlineField]?.value)
    .map((record) => ({ name: record.研修名.value, left: daysLeft(record[config.deadlineField].value) }))
    .filter(({ left }) => left <= Number(config.days))
    .sort((a, b) => a.left - b.left);

  const listed = (items) => {
    const list = document.createElement('ul');
    for (const { name, left } of items) {
      const item = document.createElement('li');
      item.textContent = left < 0 ? `${name}:期限を${-left}日過ぎています` : `${name}:あと${left}日`;
      item.classList.toggle('kenshu-late', left < 0);
      list.append(item);
    }
    return list;
  };

  kintone.events.on('app.record.index.show', (event) => {
    const header = kintone.app.getHeaderSpaceElement();
    const items = near(event.records);
    if (!header || items.length === 0 || header.querySelector('.kenshu-box')) {
      return event;
    }
    const box = document.createElement('div');
    box.className = 'kenshu-box';
    const title = document.createElement('h2');
    title.textContent = config.title || '期限の近い研修';
    box.append(title, listed(items));
    header.append(box);
    return event;
  });
})(kintone.$PLUGIN_ID);
