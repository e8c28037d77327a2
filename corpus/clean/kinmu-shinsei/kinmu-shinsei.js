/**
 * 時差勤務・在宅勤務 申請
 * 申請者は自動で入り、承認の状態に応じて入力できる項目を変える。
 * 見せてはいけない項目は、アプリの設定でフィールドのアクセス権を付けている(ここでは隠していない)。
 */
(function () {
  'use strict';

  const STEPS = ['未申請', '所属長確認', '人事課確認', '承認'];
  const LOCKED_BY_STEP = {
    未申請: [],
    所属長確認: ['勤務形態', '開始時刻', '終了時刻', '対象日一覧'],
    人事課確認: ['勤務形態', '開始時刻', '終了時刻', '対象日一覧', '所属長意見'],
    承認: ['勤務形態', '開始時刻', '終了時刻', '対象日一覧', '所属長意見', '人事課意見'],
  };
  const CORE = { start: '10:00', end: '15:00' };

  const both = (...names) => names.concat(names.map((name) => 'mobile.' + name));

  const minutes = (text) => {
    const [hours, rest] = (text || '0:0').split(':');
    return Number(hours) * 60 + Number(rest);
  };

  const isWeekend = (text) => [0, 6].includes(new Date(text + 'T00:00:00').getDay());

  const lock = (record) => {
    const codes = LOCKED_BY_STEP[record.ステータス ? record.ステータス.value : '未申請'] || [];
    codes.forEach((code) => {
      record[code].disabled = true;
    });
  };

  const setApplicant = (record) => {
    const { code, name } = kintone.getLoginUser();
    record.申請者.value = [{ code, name }];
    record.申請者.disabled = true;
  };

  const validate = (record) => {
    const errors = {};
    const start = minutes(record.開始時刻.value);
    const end = minutes(record.終了時刻.value);
    if (end - start !== 8 * 60 + 30) {
      errors.終了時刻 = '休憩を含めて8時間30分になるようにしてください。';
    }
    if (start > minutes(CORE.start) || end < minutes(CORE.end)) {
      errors.開始時刻 = `${CORE.start}から${CORE.end}までは勤務する時間に含めてください。`;
    }
    const seen = new Set();
    record.対象日一覧.value.forEach(({ value: { 対象日, 理由 } }) => {
      if (!対象日.value) {
        対象日.error = '日付を入力してください。';
      } else if (isWeekend(対象日.value)) {
        対象日.error = '週休日です。';
      } else if (seen.has(対象日.value)) {
        対象日.error = '同じ日が2回入っています。';
      }
      if (!理由.value) {
        理由.error = '理由を入力してください。';
      }
      seen.add(対象日.value);
    });
    Object.entries(errors).forEach(([field, message]) => {
      record[field].error = message;
    });
    return Object.keys(errors).length === 0;
  };

  kintone.events.on(both('app.record.create.show', 'app.record.edit.show'), (event) => {
    const { record } = event;
    if (/create\.show$/.test(event.type)) {
      setApplicant(record);
      if (record.対象日一覧.value.length === 0) {
        record.対象日一覧.value.push({
          value: {
            対象日: { type: 'DATE', value: null },
            理由: { type: 'SINGLE_LINE_TEXT', value: '' },
          },
        });
      }
    }
    lock(record);
    return event;
  });

  kintone.events.on(both('app.record.create.change.勤務形態', 'app.record.edit.change.勤務形態'), (event) => {
    const { record, changes } = event;
    switch (changes.field.value) {
      case '早出':
        record.開始時刻.value = '07:30';
        record.終了時刻.value = '16:00';
        break;
      case '遅出':
        record.開始時刻.value = '09:30';
        record.終了時刻.value = '18:00';
        break;
      case '在宅':
        record.開始時刻.value = '08:30';
        record.終了時刻.value = '17:00';
        break;
      default:
        break;
    }
    return event;
  });

  kintone.events.on(both('app.record.create.submit', 'app.record.edit.submit'), (event) => {
    if (!validate(event.record)) {
      event.error = '赤字の項目を直してください。';
    }
    return event;
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('steps');
    if (!space) {
      return event;
    }
    const now = STEPS.indexOf(event.record.ステータス.value);
    const list = document.createElement('ol');
    list.className = 'kinmu-steps';
    STEPS.forEach((name, index) => {
      const item = document.createElement('li');
      item.textContent = name;
      if (index < now) {
        item.classList.add('is-done');
      } else if (index === now) {
        item.setAttribute('aria-current', 'step');
      }
      list.appendChild(item);
    });
    space.replaceChildren(list);
    return event;
  });

  kintone.events.on(both('app.record.detail.process.proceed'), async (event) => {
    const { record, nextStatus } = event;
    if (nextStatus.value !== '承認') {
      return event;
    }
    const used = record.対象日一覧.value.length;
    const month = record.対象月.value;
    if (!/^\d{4}-\d{2}$/.test(month)) {
      return event;
    }
    const me = kintone.getLoginUser();
    const response = await kintone.api(kintone.api.url('/k/v1/records', true), 'GET', {
      app: event.appId || kintone.app.getId(),
      query: `申請者 in (LOGINUSER()) and 対象月 = "${month}" and ステータス = "承認" limit 100`,
      fields: ['対象日一覧', '申請者'],
    });
    const total = response.records
      .filter((other) => other.申請者.value.some((person) => person.code !== me.code) === false)
      .reduce((sum, other) => sum + other.対象日一覧.value.length, used);
    if (total > 10) {
      event.error = '1か月に10日までです。';
    }
    return event;
  });
})();
