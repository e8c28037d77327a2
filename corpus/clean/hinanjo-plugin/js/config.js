((PLUGIN_ID) => {
  'use strict';

  const form = document.querySelector('.js-form');
  const tbody = document.querySelector('.js-levels');
  const template = document.querySelector('.js-row');
  const errorArea = document.querySelector('.js-error');

  const parseLevels = (text) => {
    try {
      const levels = JSON.parse(text || '[]');
      return Array.isArray(levels) ? levels : [];
    } catch (e) {
      return [];
    }
  };

  const addLevel = (label = '', from = '') => {
    const row = template.content.cloneNode(true).querySelector('tr');
    row.querySelector('.js-label').value = label;
    row.querySelector('.js-from').value = from;
    row.querySelector('.js-remove').addEventListener('click', () => row.remove());
    tbody.appendChild(row);
  };

  const readLevels = () =>
    Array.from(tbody.querySelectorAll('tr'))
      .map((row) => ({
        label: row.querySelector('.js-label').value.trim(),
        from: Number(row.querySelector('.js-from').value),
      }))
      .filter(({ label }) => label !== '')
      .sort((a, b) => a.from - b.from);

  const showError = (message) => {
    errorArea.textContent = message;
    errorArea.hidden = message === '';
  };

  const fillFields = async (selected) => {
    const properties = await kintone.app.getFormFields();
    const numbers = Object.values(properties).filter((field) => ['NUMBER', 'CALC'].includes(field.type));
    ['people', 'capacity'].forEach((name) => {
      const select = form.elements[name];
      numbers.forEach((field) => {
        const option = document.createElement('option');
        option.value = field.code;
        option.text = `${field.label}(${field.code})`;
        option.selected = field.code === selected[name];
        select.add(option);
      });
    });
  };

  const load = async () => {
    const config = kintone.plugin.app.getConfig(PLUGIN_ID) || {};
    const levels = parseLevels(config.levels);
    if (levels.length === 0) {
      addLevel('空きあり', 0);
      addLevel('やや混雑', 60);
      addLevel('満員に近い', 90);
    } else {
      levels.forEach(({ label, from }) => addLevel(label, from));
    }
    try {
      await fillFields(config);
    } catch (error) {
      showError('フィールドの一覧を取得できませんでした。画面を開き直してください。');
    }
  };

  form.querySelector('.js-add').addEventListener('click', () => addLevel());
  form.querySelector('.js-cancel').addEventListener('click', () => {
    window.location.href = `../../${kintone.app.getId()}/plugin/`;
  });
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    const people = form.elements.people.value;
    const capacity = form.elements.capacity.value;
    const levels = readLevels();
    if (!people || !capacity) {
      showError('フィールドを選んでください。');
      return;
    }
    if (people === capacity) {
      showError('避難者数と定員には別のフィールドを選んでください。');
      return;
    }
    if (levels.length === 0) {
      showError('色分けの境目を1つ以上入力してください。');
      return;
    }
    showError('');
    kintone.plugin.app.setConfig({ people, capacity, levels: JSON.stringify(levels) }, () => {
      alert('設定を保存しました。アプリを更新してください。');
      window.location.href = `/k/admin/app/flow?app=${kintone.app.getId()}`;
    });
  });

  load();
})(kintone.$PLUGIN_ID);
