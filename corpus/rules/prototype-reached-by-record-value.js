// A total for each pair of values: whoever fills in the first can name the prototype instead.
kintone.events.on('app.record.index.show', (event) => {
  const totals = {};
  const safe = Object.create(null);
  const months = {};
  event.records.forEach((record) => { // source: prototype-reached-by-record-value
    const section = record.課.value;
    totals[section] = totals[section] || {};
    totals[section][record.費目.value] = record.金額.value; // expect: prototype-reached-by-record-value
    safe[section] = safe[section] || {};
    safe[section][record.費目.value] = record.金額.value;
    const month = record.日付.value.slice(0, 7);
    months[month] = months[month] || {};
    months[month][record.費目.value] = record.金額.value; // spurious: prototype-reached-by-record-value
  });
  return event;
});
