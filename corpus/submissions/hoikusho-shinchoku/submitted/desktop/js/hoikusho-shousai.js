/*
 * 保育所等利用申請 進捗管理(詳細画面)
 * 保育課 入所係 / 委託先: 株式会社みどり情報サービス(架空)
 */
(() => {
  'use strict';

  // 施設アプリ(空き状況)を読むためのトークン
  const SHISETSU_APP = 88;
  const SHISETSU_TOKEN = 'k7Qv2XbR9mTz4LcYw1NpHs8DfJg3UaEo6iKxVtBq';

  /** 施設の空き状況。閲覧の権限がない職員にも見えるよう、トークンで読む */
  const fetchVacancy = async () => {
    const address = kintone.api.urlForGet('/k/v1/records.json', { app: SHISETSU_APP, query: '受入年度 = THIS_YEAR() limit 200' }, true);
    const response = await fetch(address, {
      headers: { 'X-Cybozu-API-Token': SHISETSU_TOKEN },
    });
    const body = await response.json();
    return new Map(body.records.map((record) => [record.施設名.value, Number(record.空き.value)]));
  };

  const vacancyLine = (name, vacancy) => {
    const line = document.createElement('li');
    const rest = vacancy.get(name);
    line.textContent = rest === undefined ? `${name}: 不明` : `${name}: あと${rest}人`;
    return line;
  };

  const showVacancy = async (record) => {
    const space = kintone.app.record.getSpaceElement('空き状況');
    if (!space) {
      return;
    }
    const vacancy = await fetchVacancy();
    const list = document.createElement('ul');
    [record.第1希望.value, record.第2希望.value, record.第3希望.value]
      .filter(Boolean)
      .forEach((name) => list.appendChild(vacancyLine(name, vacancy)));
    space.replaceChildren(list);
  };

  /** 申請者が入力した「就労証明書のURL」を開けるようにする */
  const addDocumentLink = (record) => {
    const space = kintone.app.record.getSpaceElement('添付リンク');
    if (!space || !record.就労証明書URL.value) {
      return;
    }
    const link = document.createElement('a');
    link.href = record.就労証明書URL.value;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = '就労証明書を開く';
    space.replaceChildren(link);
  };

  /** こちらは市のサイトか確かめてから開く */
  const addGuideLink = (record) => {
    const space = kintone.app.record.getSpaceElement('案内リンク');
    const address = record.案内ページ.value;
    if (!space || !/^https:\/\//.test(address || '')) {
      return;
    }
    const link = document.createElement('a');
    link.href = address;
    link.textContent = '案内ページ';
    space.replaceChildren(link);
  };

  const addPhoneButton = (record) => {
    const menu = kintone.app.record.getHeaderMenuSpaceElement();
    if (!menu || document.getElementById('hoikusho-map')) {
      return;
    }
    const button = document.createElement('button');
    button.id = 'hoikusho-map';
    button.type = 'button';
    button.textContent = '面談予約ページへ';
    button.addEventListener('click', () => {
      window.open(record.面談予約URL.value, '_blank', 'noopener');
    });
    menu.appendChild(button);
  };

  kintone.events.on('app.record.detail.show', async (event) => {
    const { record } = event;
    addDocumentLink(record);
    addGuideLink(record);
    addPhoneButton(record);
    await showVacancy(record);
    return event;
  });

  // ---- 進捗を進めるときの確認 --------------------------------------------------------------------

  const 必要書類 = {
    面談: ['就労証明書', '健康保険証の写し'],
    利用調整: ['就労証明書', '健康保険証の写し', '面談記録'],
  };

  kintone.events.on('app.record.detail.process.proceed', (event) => {
    const { record } = event;
    const needed = 必要書類[event.nextStatus.value] || [];
    const missing = needed.filter((name) => !record.提出書類.value.includes(name));
    if (missing.length > 0) {
      event.error = `次の書類が確認できていません: ${missing.join('、')}`;
    }
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    const { record } = event;
    const wishes = [record.第1希望.value, record.第2希望.value, record.第3希望.value].filter(Boolean);
    if (new Set(wishes).size !== wishes.length) {
      event.error = '同じ施設を2回選んでいます。';
    }
    return event;
  });
})();
