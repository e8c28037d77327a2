// A hint of ECharts is HTML; its function is told the names, the values and the whole entries, one or a list of them.
kintone.events.on('app.record.index.show', (event) => {
  const names = event.records.map((r) => r.名前.value);
  const numbers = event.records.map((r) => Number(r.数.value));
  const entries = event.records.map((r) => ({ name: r.名前.value, value: Number(r.数.value), memo: r.メモ.value }));
  const rows = event.records.map((r) => [r.名前.value, Number(r.数.value)]);
  const bars = [{ type: 'bar', data: numbers }];
  const xAxis = { type: 'category', data: names };
  const chart = echarts.init(document.getElementById('chart'));
  chart.setOption({ xAxis, series: bars, tooltip: { formatter: (p) => `<b>${p.name}</b>` } }); // flow: record -> html
  chart.setOption({ xAxis, series: bars, tooltip: { formatter: (p) => `<b>${p.value}</b>` } });
  chart.setOption({ xAxis, series: bars, tooltip: { formatter: (p) => `<b>${echarts.format.encodeHTML(p.name)}</b>` } });
  chart.setOption({ xAxis, series: bars, tooltip: { trigger: 'axis', formatter: (ps) => ps[0].axisValue } }); // flow: record -> html
  chart.setOption({ xAxis, series: bars, tooltip: { trigger: 'axis', formatter: (ps) => ps[0].dataIndex + ps[0].value } });
  chart.setOption({ xAxis, series: [{ data: numbers, tooltip: { formatter: (p) => p.name } }] }); // flow: record -> html
  chart.setOption({ xAxis, series: [{ data: numbers, tooltip: { formatter: (p) => p.value } }] });
  chart.setOption({ series: [{ type: 'pie', data: entries }], tooltip: { formatter: (p) => p.name } }); // flow: record -> html
  chart.setOption({ series: [{ type: 'pie', data: entries }], tooltip: { formatter: (p) => p.data.memo } }); // flow: record -> html
  chart.setOption({ series: [{ type: 'pie', data: entries }], tooltip: { formatter: (p) => `${p.value} ${p.percent}` } });
  chart.setOption({ series: [{ type: 'pie', data: entries }], tooltip: { formatter: '{b}: {c}' } });
  chart.setOption({ series: [{ type: 'scatter', data: rows }], tooltip: { formatter: (p) => p.value[0] } }); // flow: record -> html
  chart.setOption({ series: [{ type: 'scatter', data: rows }], tooltip: { formatter: (p) => p.value[1] } });
  chart.setOption({ series: [{ data: names }], tooltip: { formatter: (p) => p.value } }); // flow: record -> html
  chart.setOption({ dataset: { source: rows }, series: [{ type: 'bar' }], tooltip: { formatter: (p) => p.value[0] } }); // flow: record -> html
  chart.setOption({ xAxis, series: bars, toolbox: { feature: { dataView: { optionToContent: (o) => o.xAxis.data.join() } } } }); // flow: record -> html
  return event;
});
