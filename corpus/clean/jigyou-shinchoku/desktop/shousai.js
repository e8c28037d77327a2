/* 詳細: 期限、予算の執行、指標の推移、関係する事業 */
((common) => {
  'use strict';

  const { APPS, escapeHtml, escapeQuery, toWareki, daysUntil, yen, percent } = common;
  const SVG = 'http://www.w3.org/2000/svg';

  const deadline = (record) => {
    const date = record.期限.value;
    if (!date) return '期限は決まっていません。';
    const days = daysUntil(date);
    if (record.状況.value === '完了') return `${toWareki(date)}(完了)`;
    return days >= 0 ? `${toWareki(date)}(あと${days}日)` : `${toWareki(date)}(${-days}日過ぎています)`;
  };

  const svg = (name, attributes, ...children) => {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, String(value)));
    element.append(...children);
    return element;
  };

  const chart = (points) => {
    const width = 320;
    const height = 120;
    const most = Math.max(1, ...points.map(({ actual, target }) => Math.max(actual, target)));
    const x = (index) => (points.length > 1 ? (index / (points.length - 1)) * (width - 20) + 10 : width / 2);
    const y = (value) => height - 15 - (value / most) * (height - 30);
    const line = (key, color) =>
      svg('polyline', {
        points: points.map((point, index) => `${x(index)},${y(point[key])}`).join(' '),
        fill: 'none',
        stroke: color,
        'stroke-width': 2,
      });
    const labels = points.map(({ year }, index) => {
      const text = svg('text', { x: x(index), y: height - 2, 'font-size': 9, 'text-anchor': 'middle' });
      text.textContent = year;
      return text;
    });
    const title = svg('title', {});
    title.textContent = '指標の推移(実績と目標)';
    return svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' }, title, line('target', '#999'), line('actual', '#0b5fff'), ...labels);
  };

  const fetchIndicators = (record) =>
    common.fetchRecords(APPS.指標, `事業番号 = "${escapeQuery(record.事業番号.value)}" order by 年度 asc`, ['年度', '実績', '目標']);

  const fetchBudget = async (record) => {
    const { records } = await common.call('records', 'GET', {
      app: APPS.予算,
      query: `事業番号 = "${escapeQuery(record.事業番号.value)}" and 年度 = "${Number(record.年度.value)}" limit 1`,
      fields: ['予算額', '執行額', '款', '項', '目'],
    });
    return records[0];
  };

  const fetchRelated = async (record) => {
    const ids = record.関係事業.value.map((row) => row.value.関係事業番号.value).filter((id) => /^\d+$/.test(id));
    if (ids.length === 0) return [];
    return common.fetchRecords(kintone.app.getId(), `$id in (${ids.map((id) => `"${id}"`).join(', ')})`, ['$id', '事業名', '状況']);
  };

  const budgetHtml = (budget) => {
    if (!budget) return '<p>予算は登録されていません。</p>';
    const rate = percent(budget.執行額.value, budget.予算額.value);
    return `
      <dl class="jigyou-budget">
        <dt>科目</dt><dd>${[budget.款, budget.項, budget.目].map(({ value }) => escapeHtml(value)).join(' / ')}</dd>
        <dt>予算</dt><dd>${yen(budget.予算額.value)}</dd>
        <dt>執行</dt><dd>${yen(budget.執行額.value)}(${rate}%)</dd>
      </dl>
      <meter min="0" max="100" value="${rate}"></meter>`;
  };

  const relatedList = (records) => {
    const list = document.createElement('ul');
    records.forEach((record) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${location.pathname}#record=${encodeURIComponent(record.$id.value)}`;
      link.textContent = `${record.事業名.value}(${record.状況.value})`;
      item.append(link);
      list.append(item);
    });
    return list;
  };

  kintone.events.on('app.record.detail.show', async (event) => {
    const { record } = event;
    const space = kintone.app.record.getSpaceElement('summary');
    if (!space) return event;
    space.textContent = '読み込んでいます…';
    try {
      const [budget, indicators, related] = await Promise.all([fetchBudget(record), fetchIndicators(record), fetchRelated(record)]);
      const time = document.createElement('p');
      time.textContent = deadline(record);
      const money = document.createElement('div');
      money.innerHTML = budgetHtml(budget);
      const points = indicators.map((row) => ({
        year: row.年度.value,
        actual: Number(row.実績.value),
        target: Number(row.目標.value),
      }));
      space.replaceChildren(time, money, chart(points), relatedList(related));
    } catch (error) {
      space.textContent = `表示できませんでした。${error.message}`;
    }
    return event;
  });
})(window.jigyouShinchoku);
