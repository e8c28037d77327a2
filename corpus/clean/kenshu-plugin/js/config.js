((PLUGIN_ID) => {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const DATE_TYPES = ['DATE', 'DATETIME'];
  const config = kintone.plugin.app.getConfig(PLUGIN_ID);

  const option = ({ code, label }) => {
    const made = document.createElement('option');
    made.value = code;
    made.textContent = `${label}(${code})`;
    made.selected = code === config.deadlineField;
    return made;
  };

  const showFields = async () => {
    const { properties } = await kintone.api(kintone.api.url('/k/v1/preview/app/form/fields', true), 'GET', {
      app: kintone.app.getId(),
    });
    const fields = Object.values(properties).filter((field) => DATE_TYPES.includes(field.type));
    byId('kenshu-deadline').replaceChildren(...fields.map(option));
  };

  const restore = () => {
    byId('kenshu-days').value = config.days || '14';
    byId('kenshu-title').value = config.title || '';
    byId('kenshu-url').value = config.url || '';
  };

  const back = () => {
    window.location.href = `../../flow?app=${kintone.app.getId()}`;
  };

  const check = (values) => {
    const days = Number(values.days);
    if (!values.deadlineField) return '期限のフィールドを選んでください。';
    if (!Number.isInteger(days) || days < 1 || days > 90) return '日数は1から90までの整数です。';
    if (values.url && !/^https:\/\/[\w.-]+\.lg\.jp\/[\w/-]*\/$/.test(values.url)) return 'URLは「/」で終わる庁内のものにしてください。';
    return '';
  };

  byId('kenshu-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const values = {
      deadlineField: byId('kenshu-deadline').value,
      days: byId('kenshu-days').value,
      title: byId('kenshu-title').value,
      url: byId('kenshu-url').value,
    };
    const wrong = check(values);
    if (wrong) {
      window.alert(wrong);
      return;
    }
    const key = byId('kenshu-key').value;
    const store = () => kintone.plugin.app.setConfig({ ...values, keyStored: key ? 'yes' : config.keyStored || '' }, back);
    if (!values.url || !key) {
      store();
      return;
    }
    kintone.plugin.app.setProxyConfig(`${values.url}trainings/`, 'GET', { Authorization: `Bearer ${key}` }, {}, store);
  });

  byId('kenshu-cancel').addEventListener('click', back);
  restore();
  showFields().catch(() => window.alert('フィールドの一覧を取得できませんでした。'));
})(kintone.$PLUGIN_ID);
