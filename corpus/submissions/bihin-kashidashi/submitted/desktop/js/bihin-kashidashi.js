/*
 * 備品貸出アプリ パソコン用
 * 作成: 総務課 庶務係
 */
(() => {
  'use strict';

  const { toText, nextOpenDay, findMistakes, limitOf } = window.bihinKashidashi;

  const 申請画面 = ['app.record.create.show', 'app.record.edit.show'];
  const 保存前 = ['app.record.create.submit', 'app.record.edit.submit', 'app.record.index.edit.submit'];
  const 日付変更 = ['app.record.create.change.貸出日', 'app.record.edit.change.貸出日'];

  const recordsUrl = kintone.api.url('/k/v1/records.json', true);

  // ---- 入力画面 --------------------------------------------------------------------------------

  kintone.events.on(申請画面, (event) => {
    const { record } = event;
    if (!record.貸出日.value) {
      record.貸出日.value = toText(new Date());
    }
    // 返却確認は管理担当が一覧から行うので、申請画面では触れない。
    record.返却日.disabled = true;
    record.返却確認者.disabled = true;
    kintone.app.record.setFieldShown('督促回数', Number(record.督促回数.value) > 0);
    return event;
  });

  kintone.events.on(日付変更, (event) => {
    const { record } = event;
    const limits = record.備品一覧.value
      .map((row) => row.value.備品区分.value)
      .filter(Boolean)
      .map(limitOf);
    if (record.貸出日.value && limits.length > 0) {
      const last = new Date(`${record.貸出日.value}T00:00:00`);
      last.setDate(last.getDate() + Math.min(...limits) - 1);
      record.返却予定日.value = nextOpenDay(toText(last));
    }
    return event;
  });

  /** 同じ期間に貸し出されている数を、備品番号ごとに数える。 */
  const countLent = async (record) => {
    const from = record.貸出日.value;
    const to = record.返却予定日.value;
    const answer = await kintone.api(recordsUrl, 'GET', {
      app: kintone.app.getId(),
      query: `状態 in ("貸出中") and 貸出日 <= "${toText(new Date(to))}" and 返却予定日 >= "${toText(new Date(from))}" limit 500`,
      fields: ['$id', '備品一覧'],
    });
    const lent = new Map();
    answer.records.forEach((other) => {
      other.備品一覧.value.forEach((row) => {
        const number = row.value.備品番号.value;
        lent.set(number, (lent.get(number) || 0) + Number(row.value.数量.value));
      });
    });
    return lent;
  };

  kintone.events.on(保存前, async (event) => {
    const { record } = event;
    const mistakes = findMistakes(record);
    Object.keys(mistakes).forEach((code) => {
      record[code].error = mistakes[code];
    });
    if (Object.keys(mistakes).length > 0) {
      event.error = '赤字の項目を直してください。';
      return event;
    }
    const lent = await countLent(record);
    const short = record.備品一覧.value.filter((row) => {
      const { 備品番号, 数量, 保有数 } = row.value;
      return Number(数量.value) + (lent.get(備品番号.value) || 0) > Number(保有数.value);
    });
    if (short.length > 0) {
      event.error = `この期間は在庫が足りない備品が${short.length}件あります。日程か数量を変えてください。`;
    }
    return event;
  });

  // ---- 詳細画面 --------------------------------------------------------------------------------

  const addButton = (space, id, label, onClick) => {
    if (!space || document.getElementById(id)) {
      return;
    }
    const button = document.createElement('button');
    button.id = id;
    button.type = 'button';
    button.className = 'bihin-button';
    button.textContent = label;
    button.addEventListener('click', onClick);
    space.appendChild(button);
  };

  const markReturned = async (recordId, revision) => {
    const user = kintone.getLoginUser();
    await kintone.api(kintone.api.url('/k/v1/record.json', true), 'PUT', {
      app: kintone.app.getId(),
      id: recordId,
      revision,
      record: {
        返却日: { value: toText(new Date()) },
        返却確認者: { value: [{ code: user.code }] },
        状態: { value: '返却済' },
      },
    });
  };

  kintone.events.on('app.record.detail.show', (event) => {
    const { record } = event;
    if (record.状態.value !== '貸出中') {
      return event;
    }
    const space = kintone.app.record.getHeaderMenuSpaceElement();
    addButton(space, 'bihin-return', '返却を確認した', async () => {
      try {
        await markReturned(record.$id.value, record.$revision.value);
        window.location.reload();
      } catch (error) {
        kintone.showNotification('ERROR', '返却の記録に失敗しました。画面を開き直してください。');
      }
    });
    return event;
  });

  // ---- 一覧画面 --------------------------------------------------------------------------------

  kintone.events.on('app.record.index.show', (event) => {
    const today = toText(new Date());
    const late = event.records.filter(
      (record) => record.状態.value === '貸出中' && record.返却予定日.value < today,
    );
    const space = kintone.app.getHeaderMenuSpaceElement();
    if (!space || document.getElementById('bihin-late')) {
      return event;
    }
    const notice = document.createElement('p');
    notice.id = 'bihin-late';
    notice.className = late.length > 0 ? 'bihin-notice bihin-notice-late' : 'bihin-notice';
    notice.textContent = late.length > 0
      ? `返却予定日を過ぎた貸出が${late.length}件あります。`
      : '返却予定日を過ぎた貸出はありません。';
    space.appendChild(notice);

    // 予定日を過ぎた行に色を付ける。要素はkintoneのAPIで受け取ったものだけを使う。
    const cells = kintone.app.getFieldElements('返却予定日') || [];
    event.records.forEach((record, index) => {
      if (late.includes(record) && cells[index]) {
        cells[index].style.backgroundColor = '#fdecea';
      }
    });
    return event;
  });
})();
