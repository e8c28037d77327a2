/* 入力: 進捗率の計算、確認、事業番号の採番 */
(function (common) {
  'use strict';

  const on = (names, handler) =>
    kintone.events.on(names.flatMap((name) => ['create', 'edit'].map((screen) => `app.record.${screen}.${name}`)), handler);

  const rateOf = (rows) => {
    const weights = rows.map(({ value }) => ({ weight: Number(value.重み.value) || 1, done: value.済.value.length > 0 }));
    const all = weights.reduce((sum, { weight }) => sum + weight, 0);
    const done = weights.filter((row) => row.done).reduce((sum, { weight }) => sum + weight, 0);
    return all === 0 ? 0 : Math.round((done / all) * 100);
  };

  const setRate = (record) => {
    record.進捗率.value = rateOf(record.工程表.value);
    if (Number(record.進捗率.value) === 100 && record.状況.value === '進行中') {
      record.状況.value = '完了';
    }
  };

  on(['show'], (event) => {
    const { record } = event;
    ['進捗率', '事業番号', '遅延判定日'].forEach((code) => {
      record[code].disabled = true;
    });
    const closed = record.状況.value === '完了';
    kintone.app.record.setGroupFieldOpen('工程', !closed);
    return event;
  });

  on(['change.工程表', 'change.重み', 'change.済'], (event) => {
    setRate(event.record);
    return event;
  });

  on(['submit'], async (event) => {
    const { record } = event;
    setRate(record);
    const order = record.工程表.value.map(({ value }) => value.工程開始.value).filter(Boolean);
    if (order.some((date, index) => index > 0 && date < order[index - 1])) {
      event.error = '工程は始まりの早い順に並べてください。';
      return event;
    }
    if (record.事業番号.value) return event;
    const year = Number(record.年度.value);
    if (!Number.isInteger(year)) {
      record.年度.error = '年度を西暦4桁で入力してください。';
      return event;
    }
    try {
      const { totalCount } = await common.call('records', 'GET', {
        app: kintone.app.getId(), query: `年度 = "${year}" limit 1`, fields: ['$id'], totalCount: true,
      });
      record.事業番号.value = `${year}-${String(Number(totalCount) + 1).padStart(3, '0')}`;
    } catch (error) {
      event.error = `事業番号を決められませんでした。${error.message}`;
    }
    return event;
  });

  kintone.events.on('app.record.index.edit.submit', (event) => {
    if (event.record.状況.value === '完了' && Number(event.record.進捗率.value) < 100) {
      event.error = '進捗率が100%になっていません。';
    }
    return event;
  });
})(window.jigyouShinchoku);
