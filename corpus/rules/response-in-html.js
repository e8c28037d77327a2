// 外部サービスの応答
(() => {
  'use strict';

  const space = kintone.app.getHeaderSpaceElement();

  kintone.proxy('https://api.example.lg.jp/notice', 'GET', {}, {}, (body) => { // source: response-in-html
    space.innerHTML = body; // expect: response-in-html
  });

  const show = async () => {
    const response = await fetch('https://api.example.lg.jp/weather'); // source: response-in-html
    const data = await response.json();
    space.innerHTML = `<p>${data.forecast}</p>`; // expect: response-in-html
    space.textContent = data.forecast;
  };

  const xhr = new XMLHttpRequest();
  xhr.open('GET', 'https://api.example.lg.jp/banner');
  xhr.onload = () => {
    space.innerHTML = xhr.responseText; // source: response-in-html // expect: response-in-html
  };
  xhr.send();

  axios.get('https://api.example.lg.jp/offices').then((answer) => {
    space.innerHTML = answer.data.name; // source: response-in-html // expect: response-in-html
    space.innerHTML = _.escape(answer.data.name);
  });

  show();
})();
