/*
 * 防災備蓄 期限管理プラグイン: スマートフォンの画面(倉庫での点検用)
 * 危機管理課
 */
((PLUGIN_ID) => {
  'use strict';

  const { classify, readSettings } = window.bichikuKigen;
  const settings = readSettings(PLUGIN_ID);

  kintone.events.on('mobile.app.record.index.show', (event) => {
    const space = kintone.mobile.app.getHeaderSpaceElement();
    if (space) {
      const groups = classify(event.records, settings.field, settings.warnDays, new Date());
      space.textContent = `期限切れ ${groups.expired.length} / 期限間近 ${groups.soon.length}`;
    }
    return event;
  });

  kintone.events.on('mobile.app.record.create.show', (event) => {
    event.record.点検者.value = [{ code: kintone.getLoginUser().code }];
    return event;
  });
})(kintone.$PLUGIN_ID);
