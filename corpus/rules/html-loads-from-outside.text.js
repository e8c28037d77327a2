// Markup that a script writes loads pictures, too.
kintone.events.on('app.record.detail.show', (event) => {
  const space = kintone.app.record.getSpaceElement('annai');
  space.innerHTML = '<p>案内</p><img src="https://annai.example/shisetsu.png" alt="">'; // expect: html-loads-from-outside
  space.innerHTML = '<p>案内</p><img src="data:image/png;base64,iVBORw0KGgo=" alt="">';
  space.innerHTML = '<p>案内</p><img src="' + location.origin + '/k/api/icon.png" alt="">';
  return event;
});
