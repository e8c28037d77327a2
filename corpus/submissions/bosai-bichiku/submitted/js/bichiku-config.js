/*
 * 防災備蓄 期限管理プラグイン: 設定画面
 * 危機管理課
 */
((PLUGIN_ID) => {
  'use strict';

  const form = document.getElementById('bichiku-form');
  const fieldSelect = document.getElementById('bichiku-field');
  const daysInput = document.getElementById('bichiku-days');
  const mistake = document.getElementById('bichiku-mistake');
  const saved = kintone.plugin.app.getConfig(PLUGIN_ID);

  const addChoice = (code, label) => {
    const option = document.createElement('option');
    option.value = code;
    option.textContent = label;
    option.selected = code === saved.field;
    fieldSelect.appendChild(option);
  };

  const loadDateFields = async () => {
    const answer = await kintone.api(kintone.api.url('/k/v1/preview/app/form/fields.json', true), 'GET', {
      app: kintone.app.getId(),
    });
    Object.values(answer.properties)
      .filter((property) => property.type === 'DATE')
      .forEach((property) => addChoice(property.code, property.label));
  };

  const findMistake = () => {
    const days = Number(daysInput.value);
    if (!fieldSelect.value) {
      return '期限のフィールドを選んでください。';
    }
    if (!Number.isInteger(days) || days < 1 || days > 365) {
      return '日数は1から365までの整数で入力してください。';
    }
    return '';
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    mistake.textContent = findMistake();
    if (mistake.textContent) {
      return;
    }
    kintone.plugin.app.setConfig({ field: fieldSelect.value, warnDays: String(Number(daysInput.value)) });
  });

  document.getElementById('bichiku-cancel').addEventListener('click', () => window.history.back());

  if (saved.warnDays) {
    daysInput.value = saved.warnDays;
  }
  loadDateFields().catch(() => {
    mistake.textContent = 'フィールドの一覧を読めませんでした。画面を開き直してください。';
  });
})(kintone.$PLUGIN_ID);
