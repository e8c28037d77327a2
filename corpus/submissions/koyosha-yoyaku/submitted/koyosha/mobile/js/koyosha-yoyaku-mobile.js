/**
 * 公用車予約アプリ(スマートフォン版)
 * 出先で走行距離と給油量を入力するための画面
 */
(function () {
  'use strict';

  kintone.events.on('mobile.app.record.edit.show', function (event) {
    var record = event.record;
    record['車両'].disabled = true;
    record['出発日時'].disabled = true;
    record['帰庁日時'].disabled = record['状態'].value !== '使用中';
    return event;
  });

  kintone.events.on('mobile.app.record.edit.submit', function (event) {
    var record = event.record;
    var before = Number(record['出発時メーター'].value);
    var after = Number(record['帰庁時メーター'].value);
    if (record['帰庁時メーター'].value && after < before) {
      record['帰庁時メーター'].error = '出発時より小さい値です。';
      event.error = 'メーターの値を確かめてください。';
      return event;
    }
    if (record['帰庁時メーター'].value) {
      record['走行距離'].value = String(after - before);
    }
    return event;
  });

  kintone.events.on('mobile.app.record.detail.show', function (event) {
    var space = kintone.mobile.app.getHeaderSpaceElement();
    var record = event.record;
    if (space && record['状態'].value === '使用中') {
      var line = document.createElement('p');
      line.textContent = '帰庁したら、メーターの値を入力してください。';
      line.style.color = '#9a3412';
      line.style.padding = '8px 16px';
      while (space.firstChild) {
        space.removeChild(space.firstChild);
      }
      space.appendChild(line);
    }
    return event;
  });

  kintone.events.on('mobile.app.record.create.submit', function (event) {
    var record = event.record;
    if (record['同乗者数'].value && Number(record['同乗者数'].value) > Number(record['乗車定員'].value) - 1) {
      record['同乗者数'].error = '乗車定員を超えています。';
      event.error = '同乗者数を確かめてください。';
    }
    return event;
  });
})();
