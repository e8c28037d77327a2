// Arrays hand their elements to callbacks.
kintone.events.on('app.record.index.show', (event) => {
  const names = event.records.map((r) => r.氏名.value);
  document.body.innerHTML = names[0]; // flow: record -> html
  document.body.innerHTML = names.length;
  let html = '';
  event.records.forEach((record) => {
    html += '<li>' + record.氏名.value + '</li>';
  });
  document.body.innerHTML = html; // flow: record -> html
  const text = event.records.reduce((sum, r) => sum + r.氏名.value, '');
  document.body.innerHTML = text; // flow: record -> html
  for (const record of event.records) {
    document.body.innerHTML = record.氏名.value; // flow: record -> html
  }
  for (let i = 0; i < event.records.length; i++) {
    document.body.innerHTML = event.records[i].氏名.value; // flow: record -> html
    document.body.innerHTML = i;
  }
  document.body.innerHTML = event.records.filter((r) => r.氏名).map((r) => `<p>${r.氏名.value}</p>`).join(''); // flow: record -> html
  document.body.innerHTML = ['a', 'b'].map((x) => `<p>${x}</p>`).join('');
  Object.keys(event.records[0]).forEach((code) => {
    document.body.innerHTML = event.records[0][code].value; // flow: record -> html
  });
  Object.entries(event.records[0]).forEach(([code, field]) => {
    document.body.innerHTML = field.value; // flow: record -> html
  });
});
