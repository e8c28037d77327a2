(() => {
  'use strict';

  kintone.events.on('app.record.edit.change.郵便番号', async (event) => {
    const code = event.record.郵便番号.value; // source: record-to-service
    await kintone.proxy(`https://zipcloud.ibsnet.co.jp/api/search?zipcode=${code}`, 'GET', {}, {}); // expect: record-to-service
    await kintone.proxy('https://api.sendgrid.com/v3/mail/send', 'POST', {}, { // expect: record-to-service
      to: event.record.メール.value, // source: record-to-service
    });
    await kintone.proxy('https://zipcloud.ibsnet.co.jp/api/search?zipcode=2701192', 'GET', {}, {});
    return event;
  });
})();
