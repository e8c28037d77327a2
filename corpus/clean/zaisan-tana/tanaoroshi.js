/**
 * 備品の棚卸し。一覧で選んだ備品をまとめて「確認済」にし、履歴アプリに記録する。
 * 総務部 管財課
 */
(() => {
  'use strict';

  const SETTINGS = {
    history: 88,
    chunk: 100,
    status: { done: '確認済', missing: '所在不明' },
  };
  const client = new KintoneRestAPIClient();

  class TanaoroshiPanel {
    constructor(records) {
      this.records = records;
      this.checked = new Set();
      this.root = document.createElement('section');
      this.root.className = 'tana-panel';
      this.message = new Kuc.Notification({ type: 'success' });
    }

    render() {
      const table = new Kuc.ReadOnlyTable({
        columns: [
          { title: '備品番号', field: 'number' },
          { title: '品名', field: 'name' },
          { title: '設置場所', field: 'place' },
        ],
        data: this.records.map((record) => ({
          number: this.cell(record.備品番号.value),
          name: this.cell(record.品名.value),
          place: this.cell(record.設置場所.value),
        })),
      });
      const done = new Kuc.Button({ text: 'まとめて確認済にする', type: 'submit' });
      done.addEventListener('click', () => this.confirmAll());
      this.root.replaceChildren(this.checkboxes(), done, table);
      return this.root;
    }

    cell(text) {
      const made = document.createElement('span');
      made.textContent = text;
      return made;
    }

    checkboxes() {
      const list = document.createElement('ul');
      this.records.forEach((record) => {
        const item = document.createElement('li');
        const label = document.createElement('label');
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.addEventListener('change', () => {
          if (box.checked) {
            this.checked.add(record.$id.value);
          } else {
            this.checked.delete(record.$id.value);
          }
        });
        label.append(box, ` ${record.備品番号.value} ${record.品名.value}`);
        item.append(label);
        list.append(item);
      });
      return list;
    }

    async confirmAll() {
      const ids = [...this.checked];
      if (ids.length === 0) {
        this.notify('備品を選んでください。', 'info');
        return;
      }
      if (!window.confirm(`${ids.length}件を確認済にします。よろしいですか。`)) {
        return;
      }
      try {
        await this.update(ids);
        this.notify(`${ids.length}件を確認済にしました。`, 'success');
        window.location.reload();
      } catch (error) {
        this.notify('更新できませんでした。時間をおいてやり直してください。', 'danger');
        console.error(error.code);
      }
    }

    async update(ids) {
      const today = luxon.DateTime.local().toISODate();
      for (let at = 0; at < ids.length; at += SETTINGS.chunk) {
        const part = ids.slice(at, at + SETTINGS.chunk);
        await client.bulkRequest({
          requests: [
            {
              method: 'PUT',
              api: '/k/v1/records.json',
              payload: {
                app: kintone.app.getId(),
                records: part.map((id) => ({
                  id,
                  record: { 棚卸状況: { value: SETTINGS.status.done }, 棚卸日: { value: today } },
                })),
              },
            },
            {
              method: 'POST',
              api: '/k/v1/records.json',
              payload: {
                app: SETTINGS.history,
                records: part.map((id) => ({ 備品レコード番号: { value: id }, 確認日: { value: today } })),
              },
            },
          ],
        });
      }
    }

    notify(text, type) {
      this.message.text = text;
      this.message.type = type;
      this.message.open();
    }
  }

  kintone.events.on('app.record.index.show', (event) => {
    if (event.viewName !== '棚卸し') {
      return event;
    }
    const space = kintone.app.getHeaderSpaceElement();
    if (space && !space.querySelector('.tana-panel')) {
      space.append(new TanaoroshiPanel(event.records).render());
    }
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], async (event) => {
    const { record } = event;
    const number = String(record.備品番号.value ?? '').normalize('NFKC').toUpperCase();
    if (!/^[A-Z]{2}-\d{5}$/.test(number)) {
      record.備品番号.error = '「AB-12345」の形で入力してください。';
      return event;
    }
    record.備品番号.value = number;
    const { totalCount } = await client.record.getRecords({
      app: kintone.app.getId(),
      query: `備品番号 = "${number}" and $id != "${Number(event.recordId ?? 0)}" limit 1`,
      fields: ['$id'],
      totalCount: true,
    });
    if (Number(totalCount) > 0) {
      record.備品番号.error = 'この番号はすでに使われています。';
    }
    return event;
  });

  kintone.events.on('app.record.detail.process.proceed', (event) => {
    if (event.nextStatus.value === '廃棄決定' && !event.record.廃棄理由.value) {
      event.error = '廃棄の理由を入力してください。';
    }
    return event;
  });
})();
