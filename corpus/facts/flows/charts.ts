// What a chart tells its callbacks of is what it was given; the rest (positions, colours) is its own.
import { Chart, type TooltipModel } from 'chart.js/auto';

const area = document.getElementById('area');

const host = (chart: Chart): HTMLDivElement => {
  const parent = chart.canvas.parentNode as HTMLElement;
  return parent.querySelector<HTMLDivElement>('.tip') ?? parent.appendChild(document.createElement('div'));
};

const external = ({ chart, tooltip }: { chart: Chart; tooltip: TooltipModel<'bar'> }) => {
  const el = host(chart);
  const lines = [...(tooltip.title ?? []), ...tooltip.body.flatMap((b) => b.lines)];
  el.innerHTML = lines.map((line) => `<p>${line}</p>`).join(''); // flow: record -> html
  el.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  el.innerHTML = `<i style="left:${tooltip.caretX}px">${tooltip.opacity}</i>`;
  el.innerHTML = chart.data.labels[0]; // flow: record -> html
};

function custom(model) {
  const body = model.body.map((item) => item.lines);
  let html = '';
  body.forEach((line) => { html += '<tr><td>' + line + '</td></tr>'; });
  area.innerHTML = html; // flow: record -> html
  area.innerHTML = '<p>' + model.yAlign + '</p>';
}

kintone.events.on('app.record.index.show', (event: any) => {
  const labels: string[] = event.records.map((r: any) => r.事業名.value);
  const data: number[] = event.records.map((r: any) => Number(r.予算額.value));
  const chart = new Chart(area, {
    type: 'bar',
    data: { labels, datasets: [{ label: '予算', data }] },
    options: {
      onClick: (_, elements, made) => {
        area.innerHTML = made.data.labels[elements[0].index]; // flow: record -> html
        area.innerHTML = made.data.datasets[0].label;
      },
      plugins: { tooltip: { enabled: false, external } },
    },
  });
  area.innerHTML = chart.data.labels[0]; // flow: record -> html
  area.innerHTML = chart.width;
  new Chart(area, {
    type: 'bar',
    data: { labels: ['前年', '今年'], datasets: [{ label: '予算', data }] },
    options: { plugins: { tooltip: { external: ({ tooltip }) => { area.innerHTML = tooltip.title[0]; } } } },
  });
  new Chart(area, {
    type: 'bar',
    data: { labels: ['前年', '今年'], datasets: [{ label: labels[0], data }] },
    options: {
      plugins: { tooltip: { external: ({ tooltip }) => {
        area.innerHTML = tooltip.title[0];
        area.innerHTML = tooltip.body[0].lines[0]; // flow: record -> html
        area.innerHTML = tooltip.dataPoints[0].dataset.label; // flow: record -> html
      } } },
    },
  });
  new Chart(area, {
    type: 'pie',
    data: { labels: ['a', 'b'], datasets: [{ data }] },
    options: {
      plugins: { tooltip: {
        callbacks: { label: (item) => labels[item.dataIndex], title: () => '一覧' },
        external: ({ tooltip }) => {
          area.innerHTML = tooltip.body[0].lines[0]; // flow: record -> html
          area.innerHTML = tooltip.title[0];
        },
      } },
    },
  });
  new Chart(area, { type: 'pie', data: { labels, datasets: [{ data }] }, options: { tooltips: { custom } } });

  new ApexCharts(area, { // flow: record -> html
    series: [{ name: '件数', data }],
    xaxis: { categories: labels },
    tooltip: {
      custom: ({ dataPointIndex, w }) => `<b>${w.globals.labels[dataPointIndex]}</b>`,
    },
  }).render();
  new ApexCharts(area, {
    series: [{ name: '件数', data }],
    xaxis: { categories: labels },
    tooltip: { custom: ({ series, w }) => `<b>${series[0][0]} ${w.globals.seriesNames[0]}</b>` },
  }).render();
  c3.generate({ // flow: record -> html
    data: { columns: [[labels[0], 1, 2], ['b', 3]] },
    tooltip: { contents: (points) => `<b>${points[0].name}</b>` },
  });
  c3.generate({
    data: { columns: [[labels[0], 1, 2], ['b', 3]] },
    tooltip: { contents: (points) => `<b>${points[0].index}</b>` },
  });
  return event;
});
