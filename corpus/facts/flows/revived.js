// Copies of data by way of JSON: what a reviver does to one name holds for that name, and what was spread stays in a copy.
kintone.events.on('app.record.detail.show', (event) => {
  const text = event.record.表示.value;
  const drop = (k, v) => (k === 'type' ? undefined : v);
  const clean = (k, v) => (k === '回答' ? v.value.replace(/[^\w]/g, '') : v);
  const pick = (k, v) => (k === '回答' ? v.value : v);

  const cleaned = JSON.parse(JSON.stringify(event.record, drop), clean);
  document.body.innerHTML = cleaned.回答;
  document.body.innerHTML = cleaned.備考.value; // flow: record -> html
  const picked = JSON.parse(JSON.stringify(event.record, drop), pick);
  document.body.innerHTML = picked.回答; // flow: record -> html
  document.body.innerHTML = picked.備考.value; // flow: record -> html
  document.body.innerHTML = Object.values(picked).join(''); // flow: record -> html
  document.body.innerHTML = picked[location.hash]; // flow: record -> html

  const parsed = JSON.parse(text, (name, value) => {
    switch (name) {
      case 'title':
        return Number(value);
      default:
        return value;
    }
  });
  document.body.innerHTML = parsed.title;
  document.body.innerHTML = parsed.body; // flow: record -> html
  const { title, ...others } = parsed;
  document.body.innerHTML = title;
  document.body.innerHTML = others.body; // flow: record -> html

  const { 番号, ...rest } = event.record;
  document.body.innerHTML = JSON.parse(JSON.stringify(rest)).備考.value; // flow: record -> html
  document.body.innerHTML = structuredClone({ ...JSON.parse(text) }).body; // flow: record -> html
  const over = structuredClone({ ...event.record, 備考: 'x' });
  document.body.innerHTML = over.備考;
  document.body.innerHTML = over.件名.value; // flow: record -> html
  const { secret, ...own } = { secret: text, kind: 'x' };
  document.body.innerHTML = structuredClone(own).kind;
  document.body.innerHTML = structuredClone(own).secret;
  return event;
});
