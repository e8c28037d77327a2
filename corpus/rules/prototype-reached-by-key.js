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
  // A path that is gone down key by key, and data that was parsed without the names in question
  const put = (path, value) => {
    const parts = path.split('.');
    let at = settings;
    for (let i = 0; i < parts.length; i++) {
      if (parts[i] === '__proto__' || parts[i] === 'constructor' || parts[i] === 'prototype') return;
      if (i === parts.length - 1) {
        at[parts[i]] = value;
      } else {
        at = at[parts[i]] = at[parts[i]] || {};
      }
    }
  };
  window.addEventListener('message', (event) => put(event.data.path, event.data.value));
  const merge = (target, source) => {
    Object.keys(source).forEach((key) => {
      if (typeof source[key] === 'object') {
        merge(target[key], source[key]);
      } else {
        target[key] = source[key];
      }
    });
  };
  const harmless = (key, value) => (key === '__proto__' || key === 'constructor' ? undefined : value);
  window.addEventListener('message', (event) => merge(settings, JSON.parse(event.data, harmless)));
  const anything = (key, value) => (key === '__proto__' ? undefined : value);
  const blend = (target, source) => {
    Object.keys(source).forEach((key) => {
      if (typeof source[key] === 'object') {
        blend(target[key], source[key]);
      } else {
        target[key] = source[key]; // expect: prototype-reached-by-key
      }
    });
  };
  window.addEventListener('message', (event) => blend(settings, JSON.parse(event.data, anything))); // source: prototype-reached-by-key
  const counts = new Map();
  window.addEventListener('message', (event) => {
    counts.set(event.data.group, event.data.value);
  });
})();
