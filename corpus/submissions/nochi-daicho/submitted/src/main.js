/*
 * 農地台帳アプリ
 * 農業委員会事務局
 */
'use strict';

import { fetchParcels } from './records.js';
import { showParcels, showSummary } from './view.js';

const 利用権の警告月数 = 6;

const monthsUntil = (text) => {
  const end = new Date(`${text}T00:00:00`);
  const now = new Date();
  return (end.getFullYear() - now.getFullYear()) * 12 + end.getMonth() - now.getMonth();
};

kintone.events.on('app.record.detail.show', async (event) => {
  const { record } = event;
  const listSpace = kintone.app.record.getSpaceElement('同じ耕作者の農地');
  const sumSpace = kintone.app.record.getSpaceElement('地目別の合計');
  if (listSpace && sumSpace && record.耕作者番号.value) {
    const parcels = await fetchParcels(record.耕作者番号.value);
    showParcels(listSpace, parcels);
    showSummary(sumSpace, parcels);
  }
  return event;
});

kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
  const { record } = event;
  if (Number(record.面積.value) <= 0) {
    record.面積.error = '面積は0より大きい値にしてください。';
    event.error = '面積を確かめてください。';
  }
  if (record.利用状況.value === '遊休' && !record.調査日.value) {
    record.調査日.error = '遊休農地には調査日が必要です。';
    event.error = '調査日を入力してください。';
  }
  return event;
});

kintone.events.on('app.record.index.show', (event) => {
  const ending = event.records.filter((record) => {
    const end = record.権利設定の終期.value;
    return end && monthsUntil(end) >= 0 && monthsUntil(end) <= 利用権の警告月数;
  });
  const space = kintone.app.getHeaderMenuSpaceElement();
  if (space) {
    space.textContent = `利用権が${利用権の警告月数}か月以内に切れる農地: ${ending.length}筆`;
  }
  return event;
});
