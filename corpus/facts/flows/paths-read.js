// What stands at the end of a path, as lodash reads it; where the path is not known, anything that is inside.
kintone.events.on('app.record.detail.show', (event) => {
  const record = event.record;
  const pane = document.getElementById('pane');
  pane.innerHTML = _.get(record, '担当者名.value', ''); // flow: record -> html
  pane.innerHTML = _.get(record, ['担当者名', 'value']); // flow: record -> html
  pane.innerHTML = _.get(record, '$id.value');
  const state = { view: { rows: ['<b>一覧</b>'] }, memo: record.備考.value };
  pane.innerHTML = _.get(state, 'view.rows[0]');
  pane.innerHTML = _.get(state, 'memo'); // flow: record -> html
  pane.innerHTML = _.get(state, 'view.title', record.備考.value); // flow: record -> html
  pane.innerHTML = _.get(state, event.type); // flow: record -> html
  const tools = { text: (x) => { pane.textContent = x; }, html: (x) => { pane.innerHTML = x; } }; // flow: record -> html
  _.get({ tools }, 'tools.html')(record.備考.value);
  _.get({ tools }, 'tools.text')(record.備考.value);
});
