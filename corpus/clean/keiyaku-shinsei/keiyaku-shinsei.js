(function (settings, Swal) {
  'use strict';

  const { limits, messages } = settings;
  const apps = kintone.app.isTestEnvironment && kintone.app.isTestEnvironment()
    ? settings.apps.test
    : settings.apps.production;

  const FIELD = {
    vendor: '業者番号',
    amount: '契約金額',
    from: '契約開始日',
    to: '契約終了日',
    quotes: '見積書',
    ledger: '台帳番号',
  };

  const url = (name) => kintone.api.url(`/k/v1/${name}.json`, true);

  const tell = (icon, title, text) => Swal.fire({ icon, title, text, confirmButtonText: '閉じる' });

  const fetchVendor = async (number) => {
    if (!/^[A-Z]\d{5}$/.test(number)) {
      return null;
    }
    const { records } = await kintone.api(url('records'), 'GET', {
      app: apps.vendors,
      query: `業者番号 = "${number}" limit 1`,
      fields: ['業者名', '指名停止終了日', '担当部署'],
    });
    return records[0] || null;
  };

  const validate = async (record) => {
    const amount = Number(record[FIELD.amount].value);
    const quotes = record[FIELD.quotes].value.filter(({ value }) => value.見積金額.value);
    if (amount > limits.single && quotes.length < limits.quotes) {
      record[FIELD.quotes].error = messages.quotes;
    }
    if (record[FIELD.from].value && record[FIELD.to].value < record[FIELD.from].value) {
      record[FIELD.to].error = messages.period;
    }
    const vendor = await fetchVendor(record[FIELD.vendor].value);
    if (vendor && vendor.指名停止終了日.value >= record[FIELD.from].value) {
      record[FIELD.vendor].error = messages.vendor;
    }
    const lowest = Math.min(...quotes.map(({ value }) => Number(value.見積金額.value)));
    record.最低見積額.value = Number.isFinite(lowest) ? lowest : null;
    return record;
  };

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], async (event) => {
    try {
      await validate(event.record);
    } catch (e) {
      event.error = `業者の確認ができませんでした。${e.message}`;
    }
    return event;
  });

  kintone.events.on(['app.record.create.show', 'app.record.edit.show'], (event) => {
    event.record[FIELD.ledger].disabled = true;
    event.record[FIELD.vendor].lookup = event.record[FIELD.vendor].value ? 'UPDATE' : undefined;
    ['最低見積額', '決裁日'].forEach((code) => kintone.app.record.setFieldShown(code, event.type.includes('edit')));
    return event;
  });

  const registerLedger = async (record) => {
    // 台帳への追加と申請の更新を1つの処理にまとめ、片方だけが進むことを防ぐ。
    const requests = [
      {
        method: 'POST',
        api: '/k/v1/record.json',
        payload: {
          app: apps.ledger,
          record: {
            件名: { value: record.件名.value },
            業者番号: { value: record[FIELD.vendor].value },
            契約金額: { value: record[FIELD.amount].value },
            契約開始日: { value: record[FIELD.from].value },
            契約終了日: { value: record[FIELD.to].value },
            申請番号: { value: record.$id.value },
          },
        },
      },
      {
        method: 'PUT',
        api: '/k/v1/record.json',
        payload: {
          app: kintone.app.getId(),
          id: record.$id.value,
          revision: record.$revision.value,
          record: { 台帳登録: { value: ['済'] } },
        },
      },
    ];
    const { results } = await kintone.api(url('bulkRequest'), 'POST', { requests });
    return results[0].id;
  };

  kintone.events.on('app.record.detail.show', (event) => {
    const { record } = event;
    const space = kintone.app.record.getHeaderMenuSpaceElement();
    const ready = record.ステータス.value === '決裁済' && record.台帳登録.value.length === 0;
    if (!space || !ready || space.querySelector('button.keiyaku-register')) {
      return event;
    }
    const button = document.createElement('button');
    button.className = 'keiyaku-register';
    button.textContent = '契約台帳に登録する';
    button.onclick = async () => {
      const answer = await Swal.fire({
        title: '契約台帳に登録しますか',
        text: `${record.件名.value}(${Number(record[FIELD.amount].value).toLocaleString()}円)`,
        showCancelButton: true,
        confirmButtonText: '登録する',
        cancelButtonText: 'やめる',
      });
      if (!answer.isConfirmed) {
        return;
      }
      try {
        const id = await registerLedger(record);
        await tell('success', messages.registered, `台帳番号 ${id}`);
        window.location.reload();
      } catch (error) {
        await tell('error', messages.failed, error.message);
      }
    };
    space.appendChild(button);
    return event;
  });

  kintone.events.on('app.record.detail.process.proceed', (event) => {
    const { record, action, nextStatus } = event;
    if (action.value === '決裁する') {
      record.決裁日.value = new Date().toLocaleDateString('sv-SE');
    }
    if (nextStatus.value === '差戻し' && !record.差戻し理由.value) {
      event.error = '差し戻す理由を入力してから操作してください。';
    }
    return event;
  });
})(window.keiyakuShinsei, window.Swal);
