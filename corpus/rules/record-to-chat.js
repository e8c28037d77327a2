(() => {
  'use strict';

  kintone.events.on('app.record.create.submit.success', async (event) => {
    const record = event.record; // source: record-to-chat
    const text = `${record.氏名.value} 様から申請がありました`;
    await kintone.proxy( // expect: record-to-chat
      'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
      'POST',
      { 'Content-Type': 'application/json' },
      { text },
    );
    await kintone.plugin.app.proxy(kintone.$PLUGIN_ID, 'https://api.chatwork.com/v2/rooms/1/messages', 'POST', {}, `body=${record.内容.value}`); // expect: record-to-chat

    await kintone.proxy('https://api.chatwork.com/v2/rooms/1/messages', 'POST', {}, `body=申請 ${event.recordId}`);
    return event;
  });
})();
