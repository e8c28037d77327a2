// A document that runs nothing may come from anywhere that is named; a page may not.
kintone.events.on('app.record.detail.show', (event) => {
  const shown = document.createElement('embed');
  shown.type = 'application/pdf';
  shown.src = event.record.図面.value;
  const page = document.createElement('embed');
  page.type = 'text/html';
  page.src = event.record.図面.value; // expect: value-as-frame-address
  const unknown = document.createElement('embed');
  unknown.setAttribute('src', event.record.図面.value); // expect: value-as-frame-address
  return event;
});
