/*
 * 防災備蓄 期限管理プラグイン: 期限の計算
 * 危機管理課
 */
(() => {
  'use strict';

  const DAY = 86400000;

  /** 今日から期限までの日数。過ぎていれば負、日付でなければ null。 */
  const daysLeft = (text, today) => {
    const time = Date.parse(`${text}T00:00:00`);
    if (!text || Number.isNaN(time)) {
      return null;
    }
    const start = new Date(today.getFullYear(), today.getMonth(), today.getDate());
    return Math.round((time - start.getTime()) / DAY);
  };

  /** 期限切れ・期限間近・余裕ありに分ける */
  const classify = (records, field, warnDays, today) => {
    const groups = { expired: [], soon: [], fine: [] };
    records.forEach((record) => {
      const rest = record[field] ? daysLeft(record[field].value, today) : null;
      if (rest === null) {
        return;
      }
      if (rest < 0) {
        groups.expired.push(record);
      } else if (rest <= warnDays) {
        groups.soon.push(record);
      } else {
        groups.fine.push(record);
      }
    });
    return groups;
  };

  const readSettings = (pluginId) => {
    const config = kintone.plugin.app.getConfig(pluginId);
    const days = Number(config.warnDays);
    return {
      field: config.field || '賞味期限',
      warnDays: Number.isInteger(days) && days > 0 ? days : 60,
    };
  };

  window.bichikuKigen = Object.freeze({ daysLeft, classify, readSettings });
})();
