// Conditions with holes: what stands between quotes and is escaped cannot leave them.
const escaped = (v) => v.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
kintone.events.on('app.record.detail.show', (event) => {
  const r = event.record;
  const url = kintone.api.url('/k/v1/records', true);
  const quoted = '顧客番号 = "{顧客番号}"';
  const bare = '顧客番号 = {顧客番号}';
  const own = kintone.plugin.app.getConfig(kintone.$PLUGIN_ID).condition;
  const fill = (template) => template.replace(/\{([^}]+)\}/g, (_, code) => escaped(r[code].value));
  kintone.api(url, 'GET', { app: 1, query: quoted.replace(/\{([^}]+)\}/g, (_, code) => escaped(r[code].value)) });
  kintone.api(url, 'GET', { app: 1, query: quoted.replace(/\{([^}]+)\}/g, (_, code) => r[code].value) }); // flow: record -> query
  kintone.api(url, 'GET', { app: 1, query: bare.replace(/\{([^}]+)\}/g, (_, code) => escaped(r[code].value)) }); // flow: record -> query
  kintone.api(url, 'GET', { app: 1, query: quoted.replace('{顧客番号}', () => escaped(r.顧客番号.value)) });
  kintone.api(url, 'GET', { app: 1, query: 'a = "%s" and b = %s'.replace(/%s/g, () => escaped(r.番号.value)) }); // flow: record -> query
  kintone.api(url, 'GET', { app: 1, query: fill(own) }); // flow: config -> query
  kintone.api(url, 'GET', { app: 1, query: own.replace('{番号}', () => r.番号.value) }); // flow: config -> query // flow: record -> query
  return event;
});
