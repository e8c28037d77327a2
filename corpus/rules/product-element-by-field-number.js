(() => {
  'use strict';
  kintone.events.on('app.record.detail.show', (event) => {
    const cell = document.querySelector('.field-5521930 .control'); // expect: product-element-by-field-number
    const value = document.getElementsByClassName('value-5521931')[0]; // expect: product-element-by-field-number
    const own = document.getElementById('kashidashi-button');
    const field = kintone.app.record.getFieldElement('貸出日');
    for (const element of [cell, value, own, field]) {
      if (element) {
        element.title = '確認してください';
      }
    }
    return event;
  });
})();
