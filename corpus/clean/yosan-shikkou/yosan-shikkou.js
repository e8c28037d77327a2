/**
 * 予算執行管理: 年度更新の一括処理
 *
 * 一覧のボタンから、締め切った支出負担行為を「確定」にまとめて更新します。
 * 100件ずつ順番に送り、途中で失敗したらそこで止めて、どこまで済んだかを知らせます。
 */
(() => {
  'use strict';

  const CHUNK = 100;
  const VIEW = '締切処理';
  const VALID_STATUS = ['起案', '決裁済', '支出命令済'];

  class SettlementError extends Error {
    constructor(message, done, total) {
      super(message);
      this.name = 'SettlementError';
      this.done = done;
      this.total = total;
    }
  }

  class CursorReader {
    #app;

    constructor(app) {
      this.#app = app;
    }

    async *pages(query, fields) {
      const url = kintone.api.url('/k/v1/records/cursor.json', true);
      const { id } = await kintone.api(url, 'POST', { app: this.#app, query, fields, size: 500 });
      let next = true;
      while (next) {
        const page = await kintone.api(url, 'GET', { id });
        yield page.records;
        next = page.next;
      }
    }

    async all(query, fields) {
      const found = [];
      for await (const records of this.pages(query, fields)) {
        found.push(...records);
      }
      return found;
    }
  }

  const chunksOf = (list, size) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

  const toUpdate = ({ $id, $revision }) => ({
    id: $id.value,
    revision: $revision.value,
    record: {
      確定区分: { value: '確定' },
      確定日: { value: new Date().toISOString().slice(0, 10) },
    },
  });

  const settle = async (records, onProgress) => {
    const url = kintone.api.url('/k/v1/records.json', true);
    let done = 0;
    for (const part of chunksOf(records.map(toUpdate), CHUNK)) {
      try {
        await kintone.api(url, 'PUT', { app: kintone.app.getId(), records: part });
      } catch (error) {
        throw new SettlementError(error.message, done, records.length);
      }
      done += part.length;
      onProgress(done, records.length);
    }
    return done;
  };

  const sumBySection = (records) =>
    records.reduce((totals, record) => {
      const section = record.所属.value || '(所属なし)';
      totals.set(section, (totals.get(section) ?? 0) + Number(record.金額.value));
      return totals;
    }, new Map());

  const yen = new Intl.NumberFormat('ja-JP', { style: 'currency', currency: 'JPY' });

  const confirmText = (records) => {
    const lines = [...sumBySection(records)].map(([section, sum]) => `${section}: ${yen.format(sum)}`);
    return [`${records.length}件を確定します。`, ...lines, '', '元に戻すには財政課への依頼が必要です。'].join('\n');
  };

  const createPanel = () => {
    const panel = document.createElement('div');
    panel.className = 'yosan-panel';
    const month = Object.assign(document.createElement('input'), { type: 'month', id: 'yosan-month' });
    const label = Object.assign(document.createElement('label'), { htmlFor: 'yosan-month', textContent: '締め月 ' });
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: '締め切る' });
    const status = document.createElement('output');
    status.setAttribute('aria-live', 'polite');
    panel.append(label, month, button, status);
    return { panel, month, button, status };
  };

  /** 「2024-05」の形だけを通し、月の初日と翌月の初日を返す。 */
  const rangeOf = (text) => {
    const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
    if (!match) return null;
    const year = Number(match[1]);
    const month = Number(match[2]);
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    return { from: `${year}-${match[2]}-01`, to: next };
  };

  const run = async ({ month, button, status }) => {
    const range = rangeOf(month.value);
    if (!range) {
      status.textContent = '締め月を選んでください。';
      return;
    }
    button.disabled = true;
    status.textContent = '対象を調べています…';
    try {
      const statuses = VALID_STATUS.map((name) => `"${name}"`).join(', ');
      const query = `伝票日 >= "${range.from}" and 伝票日 < "${range.to}" and 確定区分 in ("") and 状態 in (${statuses})`;
      const reader = new CursorReader(kintone.app.getId());
      const records = await reader.all(query, ['$id', '$revision', '所属', '金額']);
      if (records.length === 0) {
        status.textContent = '対象の伝票はありません。';
        return;
      }
      const agreed = await kintone.showConfirmDialog({
        title: '締切処理',
        body: confirmText(records),
        okButtonText: '確定する',
        showCancelButton: true,
      });
      if (agreed !== 'OK') {
        status.textContent = 'とりやめました。';
        return;
      }
      const done = await settle(records, (count, total) => {
        status.textContent = `${count} / ${total}件`;
      });
      status.textContent = `${done}件を確定しました。`;
    } catch (error) {
      status.textContent =
        error instanceof SettlementError
          ? `${error.total}件のうち${error.done}件で止まりました(${error.message})。もう一度実行すると続きから処理します。`
          : `処理できませんでした(${error.message})。`;
    } finally {
      button.disabled = false;
    }
  };

  kintone.events.on('app.record.index.show', (event) => {
    if (event.viewName !== VIEW) return event;
    const space = kintone.app.getHeaderSpaceElement();
    if (!space || space.querySelector('.yosan-panel')) return event;
    const parts = createPanel();
    parts.button.addEventListener('click', () => run(parts));
    space.append(parts.panel);
    return event;
  });

  kintone.events.on(['app.record.edit.show', 'app.record.index.edit.show'], (event) => {
    if (event.record.確定区分.value === '確定') {
      Object.values(event.record).forEach((field) => {
        field.disabled = true;
      });
      kintone.showNotification('INFO', '確定した伝票は変更できません。');
    }
    return event;
  });
})();
