/*
 * 福祉相談記録: 検索画面
 * 個人が分かる項目(氏名・住所)は一覧に出さず、番号と日付だけを示す。
 */
(() => {
  'use strict';

  const VIEW = '相談検索';
  const PAGE_SIZE = 50;
  const STATES = ['受付', '対応中', '関係機関へつなぎ', '終結'];
  const COLUMNS = [
    { code: '相談番号', label: '番号' },
    { code: '相談日', label: '相談日' },
    { code: '相談区分', label: '区分' },
    { code: '状態', label: '状態' },
    { code: '次回予定日', label: '次回' },
  ];

  /** クエリの文字列として安全な形にする(\ と " を打ち消す)。 */
  const quote = (text) => `"${String(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

  const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);

  const buildQuery = ({ keyword, from, to, state }) => {
    const conditions = [];
    if (keyword) conditions.push(`(相談概要 like ${quote(keyword)} or 相談番号 like ${quote(keyword)})`);
    if (isDate(from)) conditions.push(`相談日 >= "${from}"`);
    if (isDate(to)) conditions.push(`相談日 <= "${to}"`);
    if (STATES.includes(state)) conditions.push(`状態 in (${quote(state)})`);
    return conditions.join(' and ');
  };

  // 検索条件はURLの ? 以降に残し、再読み込みしても同じ結果が出るようにする。
  const readConditions = () => {
    const params = new URLSearchParams(window.location.search);
    return {
      keyword: params.get('sk') ?? '',
      from: params.get('sf') ?? '',
      to: params.get('st') ?? '',
      state: params.get('ss') ?? '',
      page: Math.max(1, Number.parseInt(params.get('sp') ?? '1', 10) || 1),
    };
  };

  const writeConditions = ({ keyword, from, to, state, page }) => {
    const url = new URL(window.location.href);
    const values = { sk: keyword, sf: from, st: to, ss: state, sp: String(page) };
    for (const [name, value] of Object.entries(values)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    window.history.replaceState(null, '', url);
  };

  const fetchPage = (conditions) => {
    const query = buildQuery(conditions);
    const offset = (conditions.page - 1) * PAGE_SIZE;
    return kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
      app: kintone.app.getId(),
      query: `${query} order by 相談日 desc limit ${PAGE_SIZE} offset ${offset}`,
      fields: ['$id', ...COLUMNS.map(({ code }) => code)],
      totalCount: true,
    });
  };

  class SearchView {
    constructor(root) {
      this.form = root.querySelector('.soudan-form');
      this.message = root.querySelector('.soudan-message');
      this.thead = root.querySelector('thead');
      this.tbody = root.querySelector('tbody');
      this.pager = root.querySelector('.soudan-pager');
      this.conditions = readConditions();
      this.latest = 0;
      this.onSubmit = this.onSubmit.bind(this);
    }

    start() {
      const select = this.form.elements.state;
      STATES.forEach((state) => select.add(new Option(state, state)));
      ['keyword', 'from', 'to', 'state'].forEach((name) => {
        this.form.elements[name].value = this.conditions[name];
      });
      const row = this.thead.insertRow();
      COLUMNS.forEach(({ label }) => {
        const th = document.createElement('th');
        th.scope = 'col';
        th.textContent = label;
        row.append(th);
      });
      this.form.addEventListener('submit', this.onSubmit);
      return this.search();
    }

    onSubmit(event) {
      event.preventDefault();
      const data = new FormData(this.form);
      this.conditions = {
        keyword: String(data.get('keyword')).trim(),
        from: data.get('from'),
        to: data.get('to'),
        state: data.get('state'),
        page: 1,
      };
      this.search();
    }

    async search() {
      const turn = ++this.latest;
      writeConditions(this.conditions);
      this.message.textContent = '検索しています…';
      try {
        const answer = await fetchPage(this.conditions);
        if (turn !== this.latest) return;
        this.show(answer.records, Number(answer.totalCount));
      } catch (error) {
        this.message.textContent = `検索できませんでした(${error.code ?? ''} ${error.message})`;
      }
    }

    show(records, total) {
      const { keyword, page } = this.conditions;
      this.message.textContent = keyword ? `「${keyword}」の検索結果: ${total}件` : `${total}件`;
      this.tbody.replaceChildren(...records.map((record) => this.row(record)));
      const pages = Math.ceil(total / PAGE_SIZE);
      this.pager.replaceChildren();
      for (let number = 1; number <= Math.min(pages, 20); number += 1) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = number;
        button.disabled = number === page;
        button.addEventListener('click', () => {
          this.conditions = { ...this.conditions, page: number };
          this.search();
        });
        this.pager.append(button);
      }
    }

    row(record) {
      const tr = document.createElement('tr');
      COLUMNS.forEach(({ code }, index) => {
        const td = document.createElement('td');
        const text = record[code].value ?? '';
        if (index === 0) {
          const link = document.createElement('a');
          link.href = `${window.location.pathname}show#record=${encodeURIComponent(record.$id.value)}`;
          link.textContent = text;
          td.append(link);
        } else {
          td.textContent = text;
        }
        tr.append(td);
      });
      tr.classList.toggle('soudan-late', record.次回予定日.value < new Date().toISOString().slice(0, 10));
      return tr;
    }
  }

  kintone.events.on('app.record.index.show', (event) => {
    if (event.viewName === VIEW) {
      const root = document.getElementById('soudan-search');
      if (root && !root.dataset.started) {
        root.dataset.started = 'true';
        new SearchView(root).start();
      }
    }
    return event;
  });
})();
