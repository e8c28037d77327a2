// 保存された値・設定・入力欄・ファイル
((PLUGIN_ID) => {
  'use strict';

  const config = kintone.plugin.app.getConfig(PLUGIN_ID); // source: stored-value-in-html
  const box = document.createElement('div');
  box.innerHTML = config.message; // expect: stored-value-in-html
  box.textContent = config.message;

  box.innerHTML = localStorage.getItem('お知らせ'); // source: stored-value-in-html // expect: stored-value-in-html

  const keyword = document.getElementById('keyword');
  const preview = () => {
    box.innerHTML = `検索: ${document.getElementById('keyword').value}`; // source: stored-value-in-html // expect: stored-value-in-html
    box.textContent = `検索: ${keyword.value}`;
  };
  keyword.addEventListener('input', preview);

  const reader = new FileReader();
  reader.addEventListener('load', () => {
    box.innerHTML = reader.result; // source: stored-value-in-html // expect: stored-value-in-html
  });

  box.innerHTML = '<p>固定の文章です</p>';
})(kintone.$PLUGIN_ID);
