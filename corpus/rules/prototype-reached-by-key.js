(() => {
  'use strict';

  const settings = { 表示: {}, 印刷: {} };

  window.addEventListener('message', (event) => {
    const { group, name, value } = event.data; // source: prototype-reached-by-key
    settings[group][name] = value; // expect: prototype-reached-by-key
  });

  // 入れ物を用意するところではなく、値を書くところを、いちばん重い出どころで一度だけ
  const fill = (target, source) => {
    for (const key in source) {
      if (source[key] instanceof Object) {
        if (!(target[key] instanceof Object)) {
          target[key] = {};
        }
        fill(target[key], source[key]);
      } else {
        target[key] = source[key]; // expect: prototype-reached-by-key
      }
    }
  };
  const load = async (file) => {
    fill(settings, JSON.parse(kintone.plugin.app.getConfig('x').settings));
    fill(settings, JSON.parse(await file.text())); // source: prototype-reached-by-key
  };
  document.querySelector('input[type=file]').addEventListener('change', (event) => load(event.target.files[0]));

  // 決まった名前だけを受け付ける、または Map を使う
  window.addEventListener('message', (event) => {
    const { group, name, value } = event.data;
    if (group !== '表示' && group !== '印刷') return;
    settings[group][name] = value;
  });
  window.addEventListener('message', (event) => {
    if (Object.hasOwn(settings, event.data.group)) {
      settings[event.data.group][event.data.name] = event.data.value;
    }
  });
  window.addEventListener('message', (event) => {
    if (/^(?:__proto__|constructor|prototype)$/.test(event.data.group)) return;
    settings[event.data.group][event.data.name] = event.data.value;
  });
  window.addEventListener('message', (event) => {
    if (/^(?=x)(?:__proto__|constructor|prototype)$/.test(event.data.group)) return; // never fits
    settings[event.data.group][event.data.name] = event.data.value; // source: prototype-reached-by-key // expect: prototype-reached-by-key
  });
  const counts = new Map();
  window.addEventListener('message', (event) => {
    counts.set(event.data.group, event.data.value);
  });
})();
