(function () {
  'use strict';

  const VIEW_ID_SETTING = '月別集計';
  const COLORS = ['#c0392b', '#2471a3', '#d68910', '#7d3c98', '#707b7c'];
  const client = new KintoneRestAPIClient();
  let chart = null;

  const startOfFiscalYear = (today) => {
    const year = today.getMonth() < 3 ? today.getFullYear() - 1 : today.getFullYear();
    return new Date(year, 3, 1);
  };

  function readRecords(from) {
    return client.record.getAllRecords({
      app: kintone.app.getId(),
      condition: `覚知日時 >= "${from.toISOString()}"`,
      fields: ['覚知日時', '現着日時', '出動種別', '管轄'],
    });
  }

  function drawChart(canvas, summary) {
    if (chart) {
      chart.destroy();
    }
    chart = new Chart(canvas, {
      type: 'bar',
      data: {
        labels: summary.months,
        datasets: summary.series.map(({ kind, counts }, index) => ({
          label: kind,
          data: counts,
          backgroundColor: COLORS[index % COLORS.length],
        })),
      },
      options: {
        responsive: true,
        scales: { x: { stacked: true }, y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } } },
        plugins: { title: { display: true, text: `出動件数(合計${summary.total}件)` } },
      },
    });
  }

  function drawNumbers(container, summary, records) {
    const districts = records.reduce((counts, record) => {
      const name = record.管轄.value || '未設定';
      counts[name] = (counts[name] || 0) + 1;
      return counts;
    }, Object.create(null));
    const lines = Object.entries(districts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => {
        const dt = document.createElement('dt');
        const dd = document.createElement('dd');
        dt.innerText = name;
        dd.innerText = `${count}件`;
        return [dt, dd];
      })
      .flat();
    const list = document.createElement('dl');
    list.replaceChildren(...lines);
    const arrival = document.createElement('p');
    arrival.innerText = summary.arrival === null ? '現着時間: 記録なし' : `現着までの中央値: ${summary.arrival}分`;
    container.replaceChildren(arrival, list);
  }

  kintone.events.on('app.record.index.show', async (event) => {
    if (event.viewName !== VIEW_ID_SETTING) {
      return event;
    }
    const root = kintone.app.getHeaderSpaceElement();
    root.innerHTML = '<div style="max-width:900px"><canvas></canvas></div><div class="numbers">集計しています…</div>';
    const numbers = root.querySelector('.numbers');
    try {
      const records = await readRecords(startOfFiscalYear(new Date()));
      const summary = window.shutsudo.summarize(records);
      drawChart(root.querySelector('canvas'), summary);
      drawNumbers(numbers, summary, records);
    } catch (error) {
      numbers.textContent = '集計できませんでした。' + (error.message || '');
    }
    return event;
  });

  kintone.events.on('app.record.edit.submit.success', async (event) => {
    const minutes = (Date.parse(event.record.現着日時.value) - Date.parse(event.record.覚知日時.value)) / 60000;
    if (minutes > 30) {
      await client.record.addRecordComment({
        app: event.appId,
        record: event.recordId,
        comment: { text: '現着まで30分を超えています。時刻に誤りがないか確かめてください。' },
      });
    }
    return event;
  });
})();
