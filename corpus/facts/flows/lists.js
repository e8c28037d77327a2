// Elements keep their positions as long as an array is written out and nothing moves them.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const row = ['<i>', v, '</i>'];
  el.innerHTML = row.map((x) => x + ' ')[0];
  el.innerHTML = row.map((x) => x + ' ')[1]; // flow: record -> html
  el.innerHTML = row.map((x, i) => '<b>' + i + '</b>').join('');
  el.innerHTML = row.map((x, i, all) => all[1]).join(''); // flow: record -> html
  el.innerHTML = row.slice(0, 1).join('');
  el.innerHTML = row.slice(1).join(''); // flow: record -> html
  el.innerHTML = row.slice(-1).join('');
  el.innerHTML = row.slice(0, -1).join(''); // flow: record -> html
  el.innerHTML = row.at(-1);
  el.innerHTML = row.at(-2); // flow: record -> html
  el.innerHTML = row.toReversed()[0];
  el.innerHTML = row.toReversed()[1]; // flow: record -> html
  el.innerHTML = row.with(1, 'x').join('');
  el.innerHTML = row.with(0, 'x').join(''); // flow: record -> html
  el.innerHTML = row.toSpliced(1, 1).join('');
  el.innerHTML = row.toSpliced(0, 1).join(''); // flow: record -> html
  el.innerHTML = row.concat('x')[0];
  el.innerHTML = ['x'].concat(row)[0];
  el.innerHTML = ['x'].concat(row, ['y']).join(''); // flow: record -> html
  el.innerHTML = ['x'].concat(v)[1]; // flow: record -> html
  el.innerHTML = [['x'], [v]].flat().join(''); // flow: record -> html
  el.innerHTML = [1, 2].flatMap((n) => [n, v]).join(''); // flow: record -> html
  el.innerHTML = [1, 2].flatMap((n) => [n, v.length]).join('');
  el.innerHTML = Array.of('x', v)[0];
  el.innerHTML = Array.of('x', v)[1]; // flow: record -> html
  el.innerHTML = Array.from(row)[0];
  el.innerHTML = Array.from(row, (x) => x)[1]; // flow: record -> html
  el.innerHTML = Array.from({ length: 3 }, (_, i) => v + i).join(''); // flow: record -> html
  el.innerHTML = Array.from({ length: v.length }, (_, i) => i).join('');
  el.innerHTML = row.find((x) => x.length > 3); // flow: record -> html
  el.innerHTML = row.findIndex((x) => x === v);
  el.innerHTML = row.indexOf(v) + row.lastIndexOf(v);
  el.innerHTML = row.includes(v);
  el.innerHTML = row.filter(Boolean).join(''); // flow: record -> html
  el.innerHTML = row.reduce((sum, x) => sum + x.length, 0);
  el.innerHTML = row.reduceRight((sum, x) => sum + x, ''); // flow: record -> html
  for (const [i, x] of row.entries()) {
    el.innerHTML = i;
    el.innerHTML = x; // flow: record -> html
  }
  for (const i of row.keys()) {
    el.innerHTML = i;
  }
  el.innerHTML = [...row.values()].join(''); // flow: record -> html
  el.innerHTML = ['a', 'b'].map((code) => event.record[code].value).join(''); // flow: record -> html
  el.innerHTML = ['a', 'b'].map((code) => `<b>${code}</b>`).join('');
  el.innerHTML = [v].map(String).join(''); // flow: record -> html
  el.innerHTML = [v].map(Number).join('');
  el.innerHTML = [v].map(encodeURIComponent).join('');
  el.innerHTML = new Array(3).fill('x').join('');
  el.innerHTML = new Array(3).fill(v).join(''); // flow: record -> html
  el.innerHTML = [v].map(function () { return this.a; }, { a: 'x' }).join('');
  el.innerHTML = ['x'].map(function () { return this.a; }, { a: v }).join(''); // flow: record -> html
  el.innerHTML = [].slice.call(row, 1).join(''); // flow: record -> html
  el.innerHTML = Array.prototype.slice.call(row, 2).join('');
  el.innerHTML = Array.prototype.map.call(row, (x) => x).join(''); // flow: record -> html
});
// A list that is emptied holds what comes after that.
kintone.events.on('app.record.print.show', (event) => {
  const rows = [event.record.件名.value];
  document.body.innerHTML = rows.join(''); // flow: record -> html
  rows.length = 0;
  document.body.innerHTML = rows.join('');
  rows.push('x');
  document.body.innerHTML = rows.join('');
  rows.push(event.record.件名.value);
  document.body.innerHTML = rows.join(''); // flow: record -> html
  const perhaps = [event.record.件名.value];
  if (event.type === 'x') {
    perhaps.length = 0;
  }
  document.body.innerHTML = perhaps.join(''); // flow: record -> html
  const again = [];
  for (const name of ['a', 'b']) {
    document.body.innerHTML = again.join(''); // flow: record -> html
    again.push(event.record[name].value);
    if (name === 'b') again.length = 0;
  }
  const cut = [event.record.件名.value, 'x'];
  cut.length = 1;
  document.body.innerHTML = cut.join(''); // flow: record -> html
  const measured = { length: 2, text: event.record.件名.value };
  measured.length = 0;
  document.body.innerHTML = measured.text; // flow: record -> html
  const kept = [event.record.件名.value];
  const same = kept;
  kept.length = 0;
  same.push(event.record.件名.value);
  document.body.innerHTML = kept.join(''); // flow: record -> html
});
