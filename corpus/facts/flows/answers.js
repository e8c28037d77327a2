// Answers of the REST API beside records: who made something, and how it is called.
kintone.events.on('app.record.index.show', async () => {
  const app = await kintone.api(kintone.api.url('/k/v1/app.json', true), 'GET', { id: 1 });
  document.body.innerHTML = app.creator.name; // flow: user -> html
  document.body.innerHTML = app.modifier.code; // flow: user -> html
  document.body.innerHTML = app.name; // flow: record -> html
  document.body.innerHTML = app.appId;
  document.body.innerHTML = app.name.length;
  const { apps } = await kintone.api(kintone.api.url('/k/v1/apps.json', true), 'GET', {});
  document.body.innerHTML = apps[0].name; // flow: record -> html
  document.body.innerHTML = apps[0].appId;
  kintone.api(kintone.api.url('/v1/user/groups.json', true), 'GET', { code: 'a' }, (answer) => {
    document.body.innerHTML = answer.groups[0].name; // flow: user -> html
    document.body.innerHTML = answer.next;
  });
  document.body.innerHTML = kintone.getLoginUser().id;
  document.body.innerHTML = kintone.getLoginUser().name; // flow: user -> html
  kintone.proxy('https://chat.example.com/', 'POST', {}, app.name, () => {}, () => {});
  kintone.proxy('https://chat.example.com/', 'POST', {}, app.creator.name, () => {}, () => {}); // flow: user -> request-body
});
