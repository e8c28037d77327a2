/*
 * 公共施設点検 一覧画面: 施設名で探す、期限の近い点検に色を付ける
 * 管財課 施設係
 */
(() => {
  'use strict';

  const 期限までの日数 = 14;
  const 検索欄のID = 'tenken-kensaku';

  /** 施設名の一部で点検記録を探す */
  const searchByName = async (name) => {
    const answer = await kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
      app: kintone.app.getId(),
      query: `施設名 like "${name}" order by 点検期限 asc limit 50`,
      fields: ['$id', '施設名', '点検期限', '判定'],
    });
    return answer.records;
  };

  const row = (record) => {
    const line = document.createElement('tr');
    ['施設名', '点検期限', '判定'].forEach((code) => {
      line.insertCell().textContent = record[code].value || '―';
    });
    return line;
  };

  const show = (table, records) => {
    const body = document.createElement('tbody');
    records.forEach((record) => body.appendChild(row(record)));
    table.replaceChildren(body);
  };

  const addSearch = (space) => {
    const form = document.createElement('form');
    const input = document.createElement('input');
    input.id = 検索欄のID;
    input.type = 'search';
    input.placeholder = '施設名';
    const table = document.createElement('table');
    table.className = 'tenken-kekka';
    form.appendChild(input);
    form.addEventListener('submit', async (submitted) => {
      submitted.preventDefault();
      show(table, await searchByName(input.value));
    });
    space.append(form, table);
  };

  /** 期限が近いレコードの数。日付は kintone の書式(YYYY-MM-DD)で届く */
  const countUrgent = (records) => {
    const limit = new Date();
    limit.setDate(limit.getDate() + 期限までの日数);
    return records.filter(({ 点検期限 }) => 点検期限.value && new Date(点検期限.value) <= limit).length;
  };

  kintone.events.on('app.record.index.show', (event) => {
    const space = kintone.app.getHeaderSpaceElement();
    if (!space || document.getElementById(検索欄のID)) {
      return event;
    }
    addSearch(space);
    const urgent = countUrgent(event.records);
    if (urgent > 0) {
      const notice = document.createElement('p');
      notice.className = 'tenken-kigen';
      notice.textContent = `${期限までの日数}日以内に期限が来る点検が ${urgent} 件あります。`;
      space.prepend(notice);
    }
    return event;
  });
})();
