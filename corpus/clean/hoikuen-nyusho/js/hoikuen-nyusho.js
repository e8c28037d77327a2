/**
 * 保育園入所申込 - 指数の計算と選考一覧
 *
 * 世帯の状況(サブテーブル「保護者」)から基準指数を、「調整項目」から調整指数を計算します。
 * 指数表は子ども支援課の「利用調整基準」第3表・第4表によります。
 */
(() => {
  'use strict';

  const FIELDS = Object.freeze({
    guardians: '保護者',
    reason: '保育を必要とする事由',
    hours: '月の就労時間',
    base: '基準指数',
    adjustments: '調整項目',
    adjustment: '調整指数',
    total: '合計指数',
    birthday: '児童生年月日',
    grade: 'クラス年齢',
    wishes: '希望園',
  });

  const BASE_POINTS = new Map([
    ['就労', (hours) => (hours >= 160 ? 20 : hours >= 120 ? 17 : hours >= 64 ? 13 : 0)],
    ['妊娠・出産', () => 16],
    ['疾病・障害', () => 18],
    ['介護・看護', (hours) => Math.min(18, Math.floor(hours / 10))],
    ['求職活動', () => 6],
    ['就学', (hours) => (hours >= 120 ? 17 : 12)],
    ['災害復旧', () => 20],
  ]);

  const ADJUSTMENTS = {
    ひとり親世帯: 10,
    生活保護世帯: 6,
    兄弟姉妹が在園: 5,
    認可外を利用中: 2,
    '育児休業からの復職': 3,
    市外在住: -10,
  };

  const targets = (...names) =>
    names.flatMap((name) => [`app.record.create.${name}`, `app.record.edit.${name}`]);

  const pointsOf = ({ value: row }) => {
    const rule = BASE_POINTS.get(row[FIELDS.reason].value);
    return rule ? rule(Number(row[FIELDS.hours].value ?? 0)) : 0;
  };

  /** 4月1日時点の満年齢。年度の途中に生まれた子は0歳児クラス。 */
  const gradeOn = (birthday, year) => {
    if (!birthday) return null;
    const [y, m, d] = birthday.split('-').map(Number);
    const before = m < 4 || (m === 4 && d === 1);
    return Math.max(0, year - y - (before ? 0 : 1));
  };

  const recalculate = (record) => {
    const rows = record[FIELDS.guardians].value;
    for (const row of rows) {
      row.value[FIELDS.base].value = pointsOf(row);
    }
    // 父母の低い方を世帯の指数とする。ひとり親は1人分を2人分とみなす。
    const base = rows.length === 0 ? 0 : Math.min(...rows.map(pointsOf)) * 2;
    const adjustment = record[FIELDS.adjustments].value
      .map((name) => ADJUSTMENTS[name] ?? 0)
      .reduce((sum, value) => sum + value, 0);
    record[FIELDS.adjustment].value = adjustment;
    record[FIELDS.total].value = base + adjustment;
    return record;
  };

  kintone.events.on(targets('show'), (event) => {
    const { record } = event;
    [FIELDS.adjustment, FIELDS.total, FIELDS.grade].forEach((code) => {
      record[code].disabled = true;
    });
    if (event.type.endsWith('create.show')) {
      record[FIELDS.guardians].value.forEach((row) => {
        row.value[FIELDS.reason].value ||= '就労';
      });
    }
    return event;
  });

  kintone.events.on(
    targets(
      `change.${FIELDS.guardians}`,
      `change.${FIELDS.reason}`,
      `change.${FIELDS.hours}`,
      `change.${FIELDS.adjustments}`,
    ),
    (event) => {
      recalculate(event.record);
      return event;
    },
  );

  kintone.events.on(targets(`change.${FIELDS.birthday}`), (event) => {
    const year = Number(event.record.入所年度.value);
    event.record[FIELDS.grade].value = gradeOn(event.changes.field.value, year);
    return event;
  });

  kintone.events.on(targets('submit'), (event) => {
    const record = recalculate(event.record);
    const wishes = record[FIELDS.wishes].value.map((row) => row.value.園名.value);
    const duplicated = wishes.filter((name, index) => name && wishes.indexOf(name) !== index);
    if (duplicated.length > 0) {
      event.error = `希望園に同じ園が2回入っています(${[...new Set(duplicated)].join('、')})。`;
    } else if (record[FIELDS.guardians].value.length > 2) {
      event.error = '保護者は2人までです。';
    }
    return event;
  });

  // ---------------------------------------------------------------- 選考一覧(カスタマイズビュー)

  const VIEW_NAME = '選考一覧';
  const cell = (text, className) => {
    const td = document.createElement('td');
    td.textContent = text ?? '';
    if (className) td.className = className;
    return td;
  };

  const linkTo = (record) => {
    const anchor = document.createElement('a');
    const app = kintone.app.getId();
    anchor.href = `/k/${app}/show#record=${Number(record.$id.value)}`;
    anchor.textContent = record.受付番号.value;
    const td = document.createElement('td');
    td.append(anchor);
    return td;
  };

  const fetchAll = async (query) => {
    const all = [];
    let lastId = 0;
    for (;;) {
      const { records } = await kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', {
        app: kintone.app.getId(),
        query: `${query} and $id > ${lastId} order by $id asc limit 500`,
        fields: ['$id', '受付番号', FIELDS.grade, FIELDS.total, FIELDS.wishes, '状況'],
      });
      all.push(...records);
      if (records.length < 500) return all;
      lastId = Number(records[records.length - 1].$id.value);
    }
  };

  const render = (container, records) => {
    const table = document.createElement('table');
    table.className = 'nyusho-table';
    const head = table.createTHead().insertRow();
    ['順位', '受付番号', 'クラス', '合計指数', '第1希望', '状況'].forEach((label) => {
      const th = document.createElement('th');
      th.scope = 'col';
      th.textContent = label;
      head.append(th);
    });
    const body = table.createTBody();
    records
      .slice()
      .sort((a, b) => Number(b[FIELDS.total].value) - Number(a[FIELDS.total].value))
      .forEach((record, index) => {
        const row = body.insertRow();
        const first = record[FIELDS.wishes].value[0]?.value.園名.value;
        row.append(
          cell(String(index + 1), 'nyusho-rank'),
          linkTo(record),
          cell(`${record[FIELDS.grade].value}歳児`),
          cell(record[FIELDS.total].value, 'nyusho-number'),
          cell(first),
          cell(record.状況.value),
        );
      });
    container.replaceChildren(table);
  };

  kintone.events.on('app.record.index.show', async (event) => {
    if (event.viewName !== VIEW_NAME) return event;
    const container = document.getElementById('nyusho-list');
    if (!container) return event;
    container.textContent = '読み込んでいます…';
    try {
      render(container, await fetchAll('状況 in ("申込", "審査中")'));
    } catch (error) {
      container.textContent = `一覧を表示できません: ${error.message}`;
    }
    return event;
  });
})();
