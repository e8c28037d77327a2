// Methods of strings pass on what they are made of.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = v.trim().toUpperCase().slice(0, 10); // flow: record -> html
  document.body.innerHTML = 'x'.concat(v); // flow: record -> html
  document.body.innerHTML = ['a', v].join(''); // flow: record -> html
  document.body.innerHTML = v.split(',')[0]; // flow: record -> html
  document.body.innerHTML = 'NAME'.replace('NAME', v); // flow: record -> html
  document.body.innerHTML = v.length;
  document.body.innerHTML = v.indexOf('x');
  document.body.innerHTML = v.startsWith('x') ? 'a' : 'b';
  document.body.innerHTML = String(v); // flow: record -> html
  document.body.innerHTML = v + ''; // flow: record -> html
  document.body.innerHTML = parseInt(v, 10);
  document.body.innerHTML = '' + { v };
  document.body.innerHTML = decodeURIComponent(encodeURIComponent(v)); // flow: record -> html
});
