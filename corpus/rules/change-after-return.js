(() => {
  'use strict';

  const url = kintone.api.url('/k/v1/records.json', true);
  const params = { app: kintone.app.getId(), query: 'limit 1' };

  kintone.events.on('app.record.create.submit', (event) => {
    kintone.api(url, 'GET', params).then((answer) => { // expect: change-after-return
      if (answer.records.length > 0) {
        event.error = 'すでに登録されています。';
      }
    });
    return event;
  });

  kintone.events.on('app.record.create.show', function (event) {
    kintone.api(url, 'GET', params).then(function (answer) { // expect: change-after-return
      event.record.番号.value = answer.records.length + 1;
    });
    return event;
  });

  kintone.events.on('app.record.edit.submit', async (event) => {
    const answer = await kintone.api(url, 'GET', params);
    event.record.番号.value = answer.records.length;
    return event;
  });

  kintone.events.on('app.record.edit.show', function (event) {
    return kintone.api(url, 'GET', params).then(function (answer) {
      event.record.番号.value = answer.records.length;
      return event;
    });
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('count');
    kintone.api(url, 'GET', params).then((answer) => {
      space.textContent = `${answer.records.length}件`;
    });
    return event;
  });
})();
