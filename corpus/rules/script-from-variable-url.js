// 読み込むスクリプトの URL
(() => {
  'use strict';

  const config = kintone.plugin.app.getConfig(kintone.$PLUGIN_ID); // source: script-from-variable-url
  const script = document.createElement('script');
  script.src = config.library; // expect: script-from-variable-url
  document.head.append(script);

  $.getScript(new URLSearchParams(location.search).get('script')); // source: script-from-variable-url // expect: script-from-variable-url

  kintone.events.on('app.record.detail.show', async (event) => {
    await import(event.record.モジュール.value); // source: script-from-variable-url // expect: script-from-variable-url
    return event;
  });

  const fixed = document.createElement('script');
  fixed.src = 'https://js.cybozu.com/jquery/3.7.1/jquery.min.js';
  document.head.append(fixed);
})();
