// Selections of elements that carry data (D3): functions get it, and what they give for `html` is markup.
kintone.events.on('app.record.index.show', (event) => {
  const list = d3.select('#list').selectAll('li').data(event.records);
  list.enter().append('li').classed('row', true).html((row) => row.件名.value); // flow: record -> html
  list.enter().append('li').classed('row', true).text((row) => row.件名.value);
  list.enter().append('li').html((row) => `${Number(row.数量.value)}件`);
  list.join('a').attr('href', (row) => row.参照先.value); // flow: record -> link
  list.join('a').attr('title', (row) => row.参照先.value);
  d3.select('#note').html(event.records[0].備考.value); // flow: record -> html
  d3.select('#note').html('備考');
  d3.select('#one').datum(event.records[0]).property('innerHTML', (row) => row.備考.value); // flow: record -> html
  d3.select('#one').datum(event.records[0]).property('value', (row) => row.備考.value);
  list.on('click', (_, row) => {
    d3.select('#note').html(row.備考.value); // flow: record -> html
    d3.select('#note').text(row.備考.value);
  });
  d3.json('/k/v1/records.json?app=4').then((answer) => {
    d3.select('#sum').html(answer.records[0].部署名.value); // flow: record -> html
    d3.select('#sum').text(answer.records[0].部署名.value);
  });
});
