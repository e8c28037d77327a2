/*
 * 図書館 督促管理: 一覧画面(2024年に追加)
 * 中央図書館 奉仕係
 */
(() => {
  'use strict';

  const recordsUrl = kintone.api.url('/k/v1/records.json', true);
  const 一度の件数 = 100;

  /** 返却期限を過ぎ、まだ返っていない資料を全部読む */
  const fetchOverdue = async () => {
    const found = [];
    let offset = 0;
    let page = [];
    do {
      const answer = await kintone.api(recordsUrl, 'GET', {
        app: kintone.app.getId(),
        query: `返却日 = "" and 返却期限 < TODAY() order by 返却期限 asc limit 500 offset ${offset}`,
        fields: ['$id', '督促段階', '最終督促日', '返却期限'],
      });
      page = answer.records;
      found.push(...page);
      offset += page.length;
    } while (page.length === 500);
    return found;
  };

  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  };

  /** 督促した日を、100件ずつまとめて記録する */
  const markReminded = async (records) => {
    for (let start = 0; start < records.length; start += 一度の件数) {
      const part = records.slice(start, start + 一度の件数);
      await kintone.api(recordsUrl, 'PUT', {
        app: kintone.app.getId(),
        records: part.map((record) => ({
          id: record.$id.value,
          record: { 最終督促日: { value: today() } },
        })),
      });
    }
  };

  const confirmAndMark = async (button) => {
    const targets = (await fetchOverdue()).filter((record) => Number(record.督促段階.value) > 0);
    const answer = await kintone.showConfirmDialog({
      title: '督促日の記録',
      body: `${targets.length}件に今日の日付を記録します。よろしいですか。`,
      showOkButton: true,
      okButtonText: '記録する',
      showCancelButton: true,
      cancelButtonText: 'やめる',
    });
    if (answer !== 'OK') {
      return;
    }
    button.disabled = true;
    try {
      await markReminded(targets);
      window.location.reload();
    } catch (error) {
      kintone.showNotification('ERROR', '途中で失敗しました。一覧を開き直して確かめてください。');
      button.disabled = false;
    }
  };

  kintone.events.on('app.record.index.show', (event) => {
    const menu = kintone.app.getHeaderMenuSpaceElement();
    if (!menu || document.getElementById('tosho-mark') || event.viewName !== '督促対象') {
      return event;
    }
    const button = document.createElement('button');
    button.id = 'tosho-mark';
    button.type = 'button';
    button.textContent = '督促した日を記録';
    button.addEventListener('click', () => confirmAndMark(button));
    menu.appendChild(button);
    return event;
  });
})();
