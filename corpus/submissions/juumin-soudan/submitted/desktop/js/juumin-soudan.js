/*
 * 住民相談記録アプリ
 * 市民課 相談係 (2025年度 庁内デジタル推進員研修で作成)
 */
(() => {
  'use strict';

  // 困難事案のときに知らせる先(係のチャット)
  const CHAT_URL = 'https://hooks.slack.com/services/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';
  const 下書きの名前 = 'juumin-soudan-draft';

  const 相談区分の色 = {
    生活: '#2e7d32',
    福祉: '#1565c0',
    税: '#6a1b9a',
    騒音: '#ef6c00',
    その他: '#546e7a',
  };

  const formatDate = (text) => {
    const date = new Date(text);
    return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
  };

  // ---- 詳細画面: 過去の相談を横に並べる ----------------------------------------------------------

  const fetchHistory = async (record) => {
    const answer = await kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
      app: kintone.app.getId(),
      query: '状態 in ("継続", "完了") order by 相談日 desc limit 100',
    });
    return answer.records.filter(
      (other) => other.相談者番号.value === record.相談者番号.value && other.$id.value !== record.$id.value,
    );
  };

  const historyCard = (past) => `
    <li class="soudan-card" style="border-left-color: ${相談区分の色[past.相談区分.value] || '#546e7a'}">
      <p class="soudan-date">${formatDate(past.相談日.value)}</p>
      <h4>${past.件名.value}</h4>
      <p>${past.相談内容.value.slice(0, 80)}</p>
      <p class="soudan-staff">対応: ${past.対応者.value.map((user) => user.name).join('、')}</p>
    </li>`;

  kintone.events.on('app.record.detail.show', async (event) => {
    const space = kintone.app.record.getSpaceElement('相談履歴');
    if (!space) {
      return event;
    }
    const history = await fetchHistory(event.record);
    if (history.length === 0) {
      space.textContent = '過去の相談はありません。';
      return event;
    }
    space.innerHTML = `<ul class="soudan-list">${history.map(historyCard).join('')}</ul>`;

    const head = kintone.app.record.getHeaderMenuSpaceElement();
    const notice = document.createElement('div');
    notice.insertAdjacentHTML('beforeend', `<b>${event.record.相談者氏名.value}</b> さんの相談は ${history.length + 1} 回目です`);
    head.appendChild(notice);
    return event;
  });

  // ---- 入力画面: 下書きを残す --------------------------------------------------------------------

  const keepDraft = (record) => {
    localStorage.setItem(下書きの名前, JSON.stringify({
      相談者氏名: record.相談者氏名.value,
      住所: record.住所.value,
      電話番号: record.電話番号.value,
      相談内容: record.相談内容.value,
    }));
  };

  const readDraft = () => {
    const kept = localStorage.getItem(下書きの名前);
    return kept ? JSON.parse(kept) : null;
  };

  kintone.events.on('app.record.create.show', (event) => {
    const { record } = event;
    const draft = readDraft();
    if (draft && !record.相談内容.value) {
      record.相談者氏名.value = draft.相談者氏名;
      record.住所.value = draft.住所;
      record.電話番号.value = draft.電話番号;
      record.相談内容.value = draft.相談内容;
    }
    return event;
  });

  kintone.events.on(['app.record.create.change.相談区分', 'app.record.create.change.対応区分'], (event) => {
    keepDraft(event.record);
    return event;
  });

  // ---- 保存: 困難事案は係に知らせる --------------------------------------------------------------

  const tellChat = (record) => {
    const body = {
      text: [
        '困難事案が登録されました',
        `相談者: ${record.相談者氏名.value}(${record.電話番号.value})`,
        `内容: ${record.相談内容.value}`,
      ].join('\n'),
    };
    return kintone.proxy(CHAT_URL, 'POST', { 'Content-Type': 'application/json' }, JSON.stringify(body));
  };

  kintone.events.on(['app.record.create.submit.success', 'app.record.edit.submit.success'], async (event) => {
    localStorage.removeItem(下書きの名前);
    if (event.record.困難事案.value.includes('該当')) {
      const [, status] = await tellChat(event.record);
      if (status !== 200) {
        kintone.showNotification('ERROR', '係への連絡に失敗しました。口頭で伝えてください。');
      }
    }
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    const { record } = event;
    if (record.電話番号.value && !/^[0-9-]{10,13}$/.test(record.電話番号.value)) {
      record.電話番号.error = '半角の数字とハイフンで入力してください。';
      event.error = '電話番号を確かめてください。';
    }
    if (record.相談区分.value === 'その他' && !record.備考.value) {
      record.備考.error = '「その他」のときは内容を書いてください。';
      event.error = '備考を入力してください。';
    }
    return event;
  });
})();
