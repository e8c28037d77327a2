/*
 * 窓口受付アプリ 待ち状況の画面
 * 市民課 窓口係
 */
(() => {
  'use strict';

  const recordsUrl = kintone.api.url('/k/v1/records.json', true);
  const INTERVAL = 30000;
  let chosen = '';
  let timer = 0;

  const fetchWaiting = async () => {
    const answer = await kintone.api(recordsUrl, 'GET', {
      app: kintone.app.getId(),
      query: '受付日 = TODAY() and 状態 in ("待ち", "対応中") order by 受付番号 asc limit 200',
      fields: ['受付番号', '用件', '窓口', '状態', '受付時刻'],
    });
    return answer.records;
  };

  const minutesSince = (time) => {
    const [hour, minute] = (time || '0:00').split(':').map(Number);
    const now = new Date();
    return Math.max(0, (now.getHours() - hour) * 60 + now.getMinutes() - minute);
  };

  const card = (record) => {
    const box = document.createElement('div');
    box.className = record.状態.value === '対応中' ? 'uketsuke-card uketsuke-now' : 'uketsuke-card';
    const number = document.createElement('b');
    number.textContent = record.受付番号.value;
    const matter = document.createElement('span');
    matter.textContent = `${record.用件.value}(${minutesSince(record.受付時刻.value)}分待ち)`;
    box.append(number, matter);
    return box;
  };

  const show = async () => {
    const list = document.getElementById('uketsuke-list');
    if (!list) {
      clearInterval(timer);
      return;
    }
    const records = await fetchWaiting();
    const shown = records.filter((record) => !chosen || record.窓口.value === chosen);
    if (shown.length === 0) {
      list.textContent = 'お待ちの方はいません。';
      return;
    }
    list.replaceChildren(...shown.map(card));
  };

  window.uketsukeBoard = {
    choose(windowNumber) {
      chosen = windowNumber;
      show();
    },
  };

  kintone.events.on('app.record.index.show', (event) => {
    clearInterval(timer);
    if (event.viewName === '待ち状況') {
      show();
      timer = window.setInterval(show, INTERVAL);
    }
    return event;
  });

  // 呼び出した時刻を残す
  kintone.events.on('app.record.detail.process.proceed', (event) => {
    if (event.nextStatus.value === '対応中') {
      const now = new Date();
      event.record.呼出時刻.value = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
    }
    return event;
  });
})();
