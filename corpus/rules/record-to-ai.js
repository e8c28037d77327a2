(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', async (event) => {
    const prompt = `次の相談内容を要約してください。\n${event.record.相談内容.value}`; // source: record-to-ai
    const [body] = await kintone.proxy( // expect: record-to-ai
      'https://api.openai.com/v1/chat/completions',
      'POST',
      { 'Content-Type': 'application/json' },
      { model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] },
    );
    await kintone.proxy('https://api.openai.com/v1/models', 'GET', {}, {});
    return body ? event : false;
  });
})();
