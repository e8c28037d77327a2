(() => {
  'use strict';
  const caption = ({ name, size }) => `${name} (${Math.ceil(size / 1024)}KB)`; // source: stored-value-in-html

  kintone.events.on('app.record.edit.show', (event) => {
    const host = kintone.app.record.getSpaceElement('upload');
    const list = document.createElement('ol');
    host.append(list);
    const zone = new Dropzone(host, { autoProcessQueue: false });
    zone.on('addedfile', (file) => {
      const range = document.createRange();
      range.selectNode(list);
      list.append(range.createContextualFragment(`<li>${caption(file)}</li>`)); // expect: stored-value-in-html
      list.append(range.createContextualFragment('<li></li>'));
      list.lastElementChild.textContent = caption(file);
    });
    return event;
  });
})();
