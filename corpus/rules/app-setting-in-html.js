(() => {
  'use strict';
  const path = kintone.api.url('/k/v1/preview/app/form/fields.json', true);
  const select = document.querySelector('#field');
  const show = async () => {
    const { properties } = await kintone.api(path, 'GET', { app: kintone.app.getId() });
    for (const field of Object.values(properties)) {
      const option = document.createElement('option');
      option.value = field.code;
      option.textContent = field.label;
      select.append(option);
      select.insertAdjacentHTML('afterend', `<p class="help">${field.label}</p>`); // expect: app-setting-in-html
    }
    const choices = Object.keys(properties['区分'].options);
    document.querySelector('#choices').innerHTML = choices.map((name) => `<li>${name}</li>`).join(''); // expect: app-setting-in-html
    document.querySelector('#count').innerHTML = `<b>${choices.length}</b>`;
  };
  kintone.api(path, 'GET', { app: kintone.app.getId() }, (resp) => {
    document.querySelector('#title').innerHTML = resp.properties['件名'].label; // expect: app-setting-in-html
  });
  const list = async () => {
    const answer = await fetch('/k/v1/app/views.json?app=8', { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    const { views } = await answer.json();
    document.querySelector('#views').innerHTML = Object.keys(views).join('<br>'); // expect: app-setting-in-html
  };
  return { show, list };
})();
