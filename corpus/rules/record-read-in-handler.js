(() => {
  'use strict';

  kintone.events.on('app.record.edit.change.数量', (event) => {
    const { record } = kintone.app.record.get(); // expect: record-read-in-handler
    record.金額.value = record.数量.value * record.単価.value;
    kintone.app.record.set({ record }); // expect: record-read-in-handler
    return event;
  });

  kintone.events.on('app.record.edit.show', function (event) {
    const button = document.createElement('button');
    button.addEventListener('click', () => {
      const current = kintone.app.record.get();
      current.record.備考.value = '確認済';
      kintone.app.record.set(current);
    });
    button.onclick = function () {
      kintone.app.record.get();
    };
    const clear = () => {
      const current = kintone.app.record.get();
      current.record.備考.value = '';
      kintone.app.record.set(current);
    };
    window.setTimeout(clear, 1000);
    kintone.app.record.getSpaceElement('buttons').append(button);
    return event;
  });
})();
