(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const field = kintone.app.record.getFieldElement('金額');
    const space = kintone.app.record.getSpaceElement('buttons');

    const cell = field.parentNode; // expect: walks-out-of-element
    cell.style.backgroundColor = 'yellow';
    field.querySelector('span').style.color = 'red'; // expect: walks-out-of-element
    field.parentNode.style.color = 'red'; // expect: walks-out-of-element
    // Once something below it has been written, Semgrep no longer knows what the variable holds.
    field.closest('td').hidden = true; // missing: walks-out-of-element
    kintone.app.getHeaderMenuSpaceElement().closest('div').remove(); // expect: walks-out-of-element

    field.style.fontWeight = 'bold';
    if (!space.querySelector('.my-button')) {
      const button = document.createElement('button');
      button.className = 'my-button';
      space.append(button);
      button.parentNode.dataset.ready = 'true';
    }
    return event;
  });
})();
