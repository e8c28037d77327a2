/*
 * 粗大ごみ収集受付: 手数料の計算、収集日の確認、受付票の表示
 * クリーンセンター 業務係
 *
 * 更新履歴
 *   2026-04-01 初版
 *   2026-06-15 料金表を品目マスターから読むように変更
 */
(() => {
  'use strict';

  const 品目マスターのアプリ = 42;
  const 品目テーブル = '品目一覧';
  const 受付できる曜日 = [2, 4];
  const 一度に出せる点数 = 5;

  const EVENTS = {
    show: ['app.record.create.show', 'app.record.edit.show'],
    change: ['create', 'edit'].map((screen) => `app.record.${screen}.change.${品目テーブル}`),
    date: ['create', 'edit'].map((screen) => `app.record.${screen}.change.収集日`),
    submit: ['app.record.create.submit', 'app.record.edit.submit'],
  };

  /** 品目名 -> 手数料(円)。一度読んだら使い回す */
  let fees = null;

  const loadFees = async () => {
    if (fees !== null) {
      return fees;
    }
    const answer = await kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
      app: 品目マスターのアプリ,
      query: '状態 in ("使用中") order by 表示順 asc limit 500',
      fields: ['品目名', '手数料'],
    });
    fees = new Map(answer.records.map((record) => [record.品目名.value, Number(record.手数料.value)]));
    return fees;
  };

  /** 表の行から手数料の合計を出す。品目が表にない行は数えない */
  const total = (rows, table) =>
    rows.reduce((sum, row) => {
      const fee = table.get(row.value.品目.value);
      const count = parseInt(row.value.点数.value, 10);
      return fee === undefined || Number.isNaN(count) ? sum : sum + fee * count;
    }, 0);

  const countOf = (rows) => rows.reduce((sum, row) => sum + (parseInt(row.value.点数.value, 10) || 0), 0);

  kintone.events.on(EVENTS.show, (event) => {
    event.record.手数料合計.disabled = true;
    return event;
  });

  kintone.events.on(EVENTS.change, (event) => {
    // change イベントでは待てないので、読み終わっている料金表だけを使う
    if (fees !== null) {
      event.record.手数料合計.value = String(total(event.record[品目テーブル].value, fees));
    }
    return event;
  });

  kintone.events.on(EVENTS.date, (event) => {
    const field = event.record.収集日;
    field.error = null;
    if (field.value) {
      const [year, month, day] = field.value.split('-').map(Number);
      const date = new Date(year, month - 1, day);
      if (!受付できる曜日.includes(date.getDay())) {
        field.error = '収集は火曜日と木曜日です。';
      }
    }
    return event;
  });

  kintone.events.on(EVENTS.submit, async (event) => {
    const rows = event.record[品目テーブル].value;
    if (countOf(rows) > 一度に出せる点数) {
      event.error = `一度に申し込めるのは${一度に出せる点数}点までです。`;
      return event;
    }
    try {
      event.record.手数料合計.value = String(total(rows, await loadFees()));
    } catch {
      event.error = '料金表を読めませんでした。時間をおいて、もう一度保存してください。';
    }
    return event;
  });

  /** 受付票: 印刷用の小さな表を、詳細画面のスペースに組み立てる */
  const cell = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  const slip = (record) => {
    const table = document.createElement('table');
    table.className = 'gomi-slip';
    const head = table.createTHead().insertRow();
    ['品目', '点数'].forEach((title) => head.append(cell('th', title)));
    const body = table.createTBody();
    record[品目テーブル].value.forEach(({ value }) => {
      const row = body.insertRow();
      row.append(cell('td', value.品目.value || '―'), cell('td', value.点数.value || '0'));
    });
    return table;
  };

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('uketsukehyo');
    if (space === null) {
      return event;
    }
    const title = cell('p', `受付番号 ${event.record.受付番号.value} / 収集日 ${event.record.収集日.value || '未定'}`);
    space.replaceChildren(title, slip(event.record));
    return event;
  });
})();
