/*
 * 保育所等利用申請 進捗管理(一覧画面)
 * 保育課 入所係 / 委託先: 株式会社みどり情報サービス(架空)
 */
(() => {
  'use strict';

  const recordsUrl = kintone.api.url('/k/v1/records.json', true);
  const 段階 = ['受付', '書類確認', '面談', '利用調整', '内定', '入所'];

  /** 児童名か保護者名で探す */
  const search = async (keyword) => {
    const answer = await kintone.api(recordsUrl, 'GET', {
      app: kintone.app.getId(),
      query: '児童氏名 like "' + keyword + '" or 保護者氏名 like "' + keyword + '" order by 受付番号 asc limit 100',
      fields: ['$id', '受付番号', '児童氏名', '第1希望', '進捗'],
    });
    return answer.records;
  };

  /** ほかのページから ?uketsuke=番号 で来たときに、その申請だけを出す */
  const searchByAddress = async () => {
    const number = new URLSearchParams(location.search).get('uketsuke');
    if (!number) {
      return [];
    }
    const answer = await kintone.api(recordsUrl, 'GET', {
      app: kintone.app.getId(),
      query: `受付番号 = "${number}" limit 1`,
    });
    return answer.records;
  };

  const resultRow = (record) => {
    const row = document.createElement('tr');
    ['受付番号', '児童氏名', '第1希望', '進捗'].forEach((code) => {
      const cell = document.createElement('td');
      cell.textContent = record[code].value;
      row.appendChild(cell);
    });
    const link = document.createElement('a');
    link.textContent = '開く';
    link.href = `/k/${kintone.app.getId()}/show#record=${encodeURIComponent(record.$id.value)}`;
    row.insertCell().appendChild(link);
    return row;
  };

  const showResults = (table, records) => {
    const body = document.createElement('tbody');
    records.forEach((record) => body.appendChild(resultRow(record)));
    table.replaceChildren(body);
  };

  const buildSearch = (space) => {
    const input = document.createElement('input');
    input.type = 'search';
    input.id = 'hoikusho-keyword';
    input.placeholder = '児童氏名・保護者氏名';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '検索';
    const table = document.createElement('table');
    button.addEventListener('click', async () => {
      showResults(table, await search(input.value));
    });
    space.append(input, button, table);
    return table;
  };

  const countStages = (records) => 段階.map((stage) => {
    const count = records.filter((record) => record.進捗.value === stage).length;
    return `${stage} ${count}`;
  });

  kintone.events.on('app.record.index.show', async (event) => {
    const space = kintone.app.getHeaderSpaceElement();
    if (!space || document.getElementById('hoikusho-keyword')) {
      return event;
    }
    const stages = document.createElement('p');
    stages.textContent = countStages(event.records).join(' → ');
    space.appendChild(stages);

    const table = buildSearch(space);
    const found = await searchByAddress();
    if (found.length > 0) {
      showResults(table, found);
    }
    return event;
  });
})();
