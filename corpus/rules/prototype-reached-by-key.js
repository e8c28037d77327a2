(() => {
  'use strict';

  const settings = { 表示: {}, 印刷: {} };

  window.addEventListener('message', (event) => {
    const { group, name, value } = event.data; // source: prototype-reached-by-key
    settings[group][name] = value; // expect: prototype-reached-by-key
  });

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
