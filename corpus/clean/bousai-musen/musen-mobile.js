// 防災無線の点検記録(パソコン・スマートフォン共通)
((global) => {
  'use strict';

  const 点検項目 = Object.freeze(['外観', '電源', '音量', '蓄電池', 'アンテナ']);
  const 異常の色 = new Map([['異常', '#c0392b'], ['要観察', '#b9770e'], ['正常', '#1e8449']]);

  const isMobile = (event) => event.type.startsWith('mobile.');
  const api = (event) => (isMobile(event) ? kintone.mobile.app : kintone.app);

  /** 一番悪い判定を全体の判定にする。 */
  const 総合判定 = (record) => {
    const 結果 = 点検項目.map((項目) => record[項目].value);
    if (結果.includes('異常')) return '異常';
    return 結果.includes('要観察') ? '要観察' : '正常';
  };

  const 両方 = (...names) => names.flatMap((name) => [`app.record.${name}`, `mobile.app.record.${name}`]);

  kintone.events.on(両方('create.show', 'edit.show'), (event) => {
    const { record } = event;
    record.総合判定.disabled = true;
    if (event.type.endsWith('create.show')) {
      record.点検者.value = [{ code: kintone.getLoginUser().code }];
      record.点検日.value = luxon.DateTime.local().toFormat('yyyy-MM-dd');
    }
    return event;
  });

  const 変更 = 点検項目.flatMap((項目) => 両方(`create.change.${項目}`, `edit.change.${項目}`));
  kintone.events.on(変更, (event) => {
    event.record.総合判定.value = 総合判定(event.record);
    return event;
  });

  kintone.events.on(両方('create.submit', 'edit.submit'), (event) => {
    const { record } = event;
    if (総合判定(record) === '異常' && !record.措置内容.value) {
      record.措置内容.error = '異常があるときは、措置の内容を書いてください。';
    }
    const 点検日 = luxon.DateTime.fromISO(record.点検日.value);
    if (点検日 > luxon.DateTime.local()) {
      record.点検日.error = '未来の日付は入力できません。';
    }
    return event;
  });

  const 札を作る = (判定) => {
    const 札 = document.createElement('span');
    札.className = 'bousai-fuda';
    札.textContent = 判定;
    札.style.backgroundColor = 異常の色.get(判定) ?? '#555';
    return 札;
  };

  kintone.events.on(両方('detail.show'), (event) => {
    const 場所 = isMobile(event)
      ? kintone.mobile.app.record.getSpaceElement('hantei')
      : kintone.app.record.getSpaceElement('hantei');
    if (場所) {
      場所.replaceChildren(札を作る(event.record.総合判定.value));
    }
    return event;
  });

  // 一覧の上に、点検の済んでいない局の数を出す
  const 数える = (records) => records.reduce((acc, record) => {
    const 判定 = record.総合判定.value || '未点検';
    acc.set(判定, (acc.get(判定) ?? 0) + 1);
    return acc;
  }, new Map());

  kintone.events.on(['app.record.index.show', 'mobile.app.record.index.show'], (event) => {
    const header = api(event).getHeaderSpaceElement();
    if (!header || header.querySelector('.bousai-shuukei')) return event;
    const 表 = document.createElement('dl');
    表.className = 'bousai-shuukei';
    for (const [判定, 件数] of 数える(event.records)) {
      const dt = document.createElement('dt');
      dt.append(札を作る(判定));
      const dd = document.createElement('dd');
      dd.textContent = `${件数}局`;
      表.append(dt, dd);
    }
    header.append(表);
    return event;
  });

  // 地図へのリンク(緯度・経度は数値フィールド)
  const 地図の番地 = (record) => {
    const 緯度 = Number(record.緯度.value);
    const 経度 = Number(record.経度.value);
    if (!Number.isFinite(緯度) || !Number.isFinite(経度)) return null;
    return `https://maps.gsi.go.jp/#17/${緯度}/${経度}/`;
  };

  kintone.events.on(両方('detail.show'), (event) => {
    const 番地 = 地図の番地(event.record);
    const 場所 = isMobile(event)
      ? kintone.mobile.app.record.getSpaceElement('chizu')
      : kintone.app.record.getSpaceElement('chizu');
    if (番地 && 場所) {
      const link = document.createElement('a');
      link.href = 番地;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      link.textContent = '地理院地図で開く';
      場所.replaceChildren(link);
    }
    return event;
  });

  kintone.events.on('app.record.index.edit.submit', (event) => {
    event.record.総合判定.value = 総合判定(event.record);
    return event;
  });

  global.bousaiMusen = Object.freeze({ 総合判定, 点検項目 });
})(window);
