// What is written to the console can be seen by everybody who opens the page.
((PLUGIN_ID) => {
  'use strict';

  const config = kintone.plugin.app.getConfig(PLUGIN_ID);
  const login = async () => (await fetch('https://login.example.lg.jp/', { method: 'POST' })).json();
  kintone.events.on('app.record.index.show', async (event) => {
    console.log('token=' + config.accessToken); // expect: credential-in-console
    console.debug(`鍵 ${config.apiKey}`); // expect: credential-in-console
    console.info({ token: config.apiToken }); // expect: credential-in-console
    console.log(document.getElementById('password').value); // expect: credential-in-console
    console.log(kintone.getRequestToken()); // expect: credential-in-console
    const { access_token: granted } = await login();
    console.log('認証しました', granted); // expect: credential-in-console
    console.warn(prompt('パスワードを入力してください')); // expect: credential-in-console

    console.log('token=' + (config.accessToken ? '設定済み' : 'なし'));
    console.log(config.accessToken.length);
    console.log(Boolean(config.accessToken));
    console.log(config.tokenName, config.passwordLabel);
    console.log(document.getElementById('kensaku').value);
    console.log(prompt('件名を入力してください'));
    return event;
  });
})(kintone.$PLUGIN_ID);
