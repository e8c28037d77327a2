/* 一覧: まとまりごとの進み具合、絞り込み、一括の状況更新 */
((common) => {
  'use strict';

  const { escapeHtml, statusOf, groupBy, countBy, percent } = common;
  const PANEL = 'jigyou-panel';

  const progressBar = (rate) => {
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    outer.className = 'jigyou-bar';
    outer.setAttribute('role', 'progressbar');
    outer.setAttribute('aria-valuenow', String(rate));
    inner.style.width = `${rate}%`;
    inner.style.backgroundColor = rate >= 100 ? '#1a6f2d' : '#0b5fff';
    outer.append(inner);
    return outer;
  };

  const groupHtml = (name, records) => {
    const counts = countBy(records, '状況');
    const badges = Object.entries(counts)
      .sort(([a], [b]) => statusOf(a).order - statusOf(b).order)
      .map(([status, count]) => `<span class="jigyou-badge" style="color:${statusOf(status).color}">${statusOf(status).mark} ${escapeHtml(status)} ${count}</span>`)
      .join('');
    return `<summary><b>${escapeHtml(name)}</b> ${badges}</summary>`;
  };

  const groupElement = (name, records, open) => {
    const details = document.createElement('details');
    details.open = open;
    details.innerHTML = groupHtml(name, records);
    const average = records.reduce((sum, record) => sum + Number(record.進捗率.value), 0) / records.length;
    details.append(progressBar(Math.round(average)));
    const list = document.createElement('ul');
    for (const record of records) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `show#record=${record.$id.value}`;
      link.textContent = record.事業名.value;
      link.title = record.概要.value ?? '';
      item.dataset.id = record.$id.value;
      item.append(link, ` ${record.進捗率.value}% `, progressBar(percent(record.執行額.value, record.予算額.value)));
      list.append(item);
    }
    details.append(list);
    return details;
  };

  const matches = (word) => {
    const pattern = new RegExp(common.escapeRegExp(word), 'i');
    return (record) => pattern.test(record.事業名.value) || pattern.test(record.概要.value ?? '');
  };

  const build = (records) => {
    const preferences = common.loadPreferences();
    const panel = document.createElement('section');
    panel.id = PANEL;
    panel.innerHTML = `
      <div class="jigyou-tools">
        <label>まとめ方 <select name="group"></select></label>
        <label>絞り込み <input type="search" name="word"></label>
        <label><input type="checkbox" name="open"> 開いておく</label>
        <output></output>
      </div>
      <div class="jigyou-groups"></div>`;
    const select = panel.querySelector('select');
    ['担当課', '施策', '状況'].forEach((name) => select.add(new Option(name, name, false, name === preferences.group)));
    const word = panel.querySelector('[name=word]');
    const open = panel.querySelector('[name=open]');
    open.checked = preferences.open;

    const draw = () => {
      const shown = word.value ? records.filter(matches(word.value)) : records;
      const groups = groupBy(shown, (record) => record[select.value].value || '(なし)');
      const elements = [...groups].map(([name, members]) => groupElement(name, members, open.checked));
      panel.querySelector('.jigyou-groups').replaceChildren(...elements);
      panel.querySelector('output').textContent = word.value
        ? `「${word.value}」を含む事業は${shown.length}件です。`
        : `${shown.length}件`;
      common.savePreferences({ group: select.value, open: open.checked, size: preferences.size });
    };

    let timer = 0;
    word.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(draw, 200);
    });
    select.addEventListener('change', draw);
    open.addEventListener('change', draw);
    draw();
    return panel;
  };

  const markDelayed = async (records, output) => {
    const today = common.toText(new Date());
    const late = records.filter((record) => record.状況.value === '進行中' && record.期限.value && record.期限.value < today);
    if (late.length === 0) {
      output.textContent = '期限を過ぎた事業はありません。';
      return;
    }
    const answer = await kintone.showConfirmDialog({
      title: '遅延にする',
      body: `期限を過ぎた${late.length}件の状況を「遅延」にします。`,
      showCancelButton: true,
    });
    if (answer !== 'OK') return;
    await common.retry(() => common.updateRecords(kintone.app.getId(), late.map((record) => ({
      id: record.$id.value,
      revision: record.$revision.value,
      record: { 状況: { value: '遅延' }, 遅延判定日: { value: today } },
    }))));
    output.textContent = `${late.length}件を更新しました。画面を読み込み直してください。`;
  };

  kintone.events.on('app.record.index.show', (event) => {
    const space = kintone.app.getHeaderSpaceElement();
    const menu = kintone.app.getHeaderMenuSpaceElement();
    if (!space || !menu || document.getElementById(PANEL)) return event;
    if (event.records.length > 0) space.append(build(event.records));

    const button = document.createElement('button');
    const output = document.createElement('output');
    button.type = 'button';
    button.textContent = '期限を調べる';
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await markDelayed(event.records, output);
      } catch (error) {
        output.textContent = `更新できませんでした(${error.message})`;
      } finally {
        button.disabled = false;
      }
    });
    menu.append(button, output);

    (kintone.app.getFieldElements('状況') ?? []).forEach((element, index) => {
      element.style.color = statusOf(event.records[index].状況.value).color;
      element.style.fontWeight = 'bold';
    });
    return event;
  });
})(window.jigyouShinchoku);
