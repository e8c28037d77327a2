/*
 * 道路損傷通報アプリ 登録画面
 * 建設課 維持係
 */
(() => {
  'use strict';

  const 緊急度の目安 = {
    陥没: '高',
    倒木: '高',
    街灯切れ: '中',
    区画線の消え: '低',
  };

  const isInCity = (latitude, longitude) =>
    latitude > 35.8 && latitude < 35.95 && longitude > 139.9 && longitude < 140.2;

  kintone.events.on(
    ['app.record.create.change.損傷種別', 'app.record.edit.change.損傷種別'],
    (event) => {
      const { record } = event;
      record.緊急度.value = 緊急度の目安[record.損傷種別.value] || '低';
      return event;
    },
  );

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    const { record } = event;
    const latitude = Number(record.緯度.value);
    const longitude = Number(record.経度.value);
    if (record.緯度.value && !isInCity(latitude, longitude)) {
      record.緯度.error = '市内の位置ではありません。';
      event.error = '位置を確かめてください。';
    }
    if (record.緊急度.value === '高' && !record.電話連絡.value.includes('済')) {
      event.error = '緊急度が高い通報は、先に維持係へ電話してください。';
    }
    return event;
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('経過');
    if (!space) {
      return event;
    }
    const days = Math.floor((Date.now() - new Date(event.record.通報日時.value)) / 86400000);
    space.textContent = event.record.状態.value === '完了' ? '対応済です。' : `通報から${days}日たっています。`;
    return event;
  });
})();
