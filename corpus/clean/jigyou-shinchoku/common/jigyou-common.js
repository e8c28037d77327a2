/*
 * 事業進捗管理 共通部品
 * 企画政策課。全画面で最初に読み込む。ここでは画面の部品にもレコードにも触れない。
 */
window.jigyouShinchoku = (() => {
  'use strict';

  const APPS = Object.freeze({ 予算: 413, 指標: 414 });

  const STATUS = Object.freeze({
    未着手: { color: '#6c757d', mark: '○', order: 0 },
    進行中: { color: '#0b5fff', mark: '▶', order: 1 },
    遅延: { color: '#b3261e', mark: '⚠', order: 2 },
    完了: { color: '#1a6f2d', mark: '✓', order: 3 },
  });

  const UNKNOWN = Object.freeze({ color: '#333', mark: '?', order: 9 });

  const statusOf = (name) => (Object.hasOwn(STATUS, name) ? STATUS[name] : UNKNOWN);

  // ---- 日付 --------------------------------------------------------------------------------

  const pad = (number) => String(number).padStart(2, '0');

  const toText = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

  const ERAS = [
    { name: '令和', from: new Date(2019, 4, 1) },
    { name: '平成', from: new Date(1989, 0, 8) },
    { name: '昭和', from: new Date(1926, 11, 25) },
  ];

  const toWareki = (text) => {
    if (!text) return '';
    const date = new Date(`${text}T00:00:00`);
    const era = ERAS.find(({ from }) => date >= from);
    if (!era) return text;
    const year = date.getFullYear() - era.from.getFullYear() + 1;
    return `${era.name}${year === 1 ? '元' : year}年${date.getMonth() + 1}月${date.getDate()}日`;
  };

  const daysUntil = (text, today = new Date()) => {
    const [year, month, day] = text.split('-').map(Number);
    return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / 864e5);
  };

  // ---- 文字と数 ----------------------------------------------------------------------------

  const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;']]);

  const escapeHtml = (value) => String(value ?? '').replace(/[&<>"']/g, (character) => ENTITIES.get(character));

  const escapeQuery = (value) => String(value ?? '').replace(/(["\\])/g, '\\$1');

  const escapeRegExp = (value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  const yen = (value) => `${Math.round(Number(value) || 0).toLocaleString('ja-JP')}円`;

  const percent = (part, whole) => (Number(whole) > 0 ? Math.min(100, Math.round((Number(part) / Number(whole)) * 100)) : 0);

  // ---- 集計 --------------------------------------------------------------------------------

  const groupBy = (list, keyOf) => {
    const groups = new Map();
    for (const item of list) {
      const key = keyOf(item);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
    return groups;
  };

  const countBy = (records, code) => {
    const counts = {};
    records.forEach((record) => {
      const key = record[code].value || '(なし)';
      counts[key] = (counts[key] || 0) + 1;
    });
    return counts;
  };

  // ---- 通信(自分のkintoneだけ) ------------------------------------------------------------

  const call = (name, method, body) => kintone.api(kintone.api.url(`/k/v1/${name}.json`, true), method, body);

  const fetchRecords = async (app, query, fields) => {
    const limit = 500;
    const all = [];
    for (let offset = 0; offset <= 10000; offset += limit) {
      const { records } = await call('records', 'GET', { app, query: `${query} limit ${limit} offset ${offset}`, fields });
      all.push(...records);
      if (records.length < limit) break;
    }
    return all;
  };

  const updateRecords = async (app, records) => {
    for (let i = 0; i < records.length; i += 100) {
      await call('records', 'PUT', { app, records: records.slice(i, i + 100) });
    }
  };

  const retry = async (action, times = 3) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await action();
      } catch (error) {
        if (attempt >= times || error?.code !== 'GAIA_DA02') throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 1000));
      }
    }
  };

  // ---- 端末に覚える表示の好み(レコードの内容は入れない) ----------------------------------

  const PREFERENCES = 'jigyou-shinchoku.preferences';
  const DEFAULTS = { group: '担当課', open: true, size: 20 };

  const loadPreferences = () => {
    try {
      const saved = JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}');
      return {
        group: ['担当課', '施策', '状況'].includes(saved.group) ? saved.group : DEFAULTS.group,
        open: typeof saved.open === 'boolean' ? saved.open : DEFAULTS.open,
        size: Number.isInteger(saved.size) ? saved.size : DEFAULTS.size,
      };
    } catch {
      return { ...DEFAULTS };
    }
  };

  const savePreferences = ({ group, open, size }) => {
    try {
      localStorage.setItem(PREFERENCES, JSON.stringify({ group, open, size }));
    } catch {
      // 保存できない設定の端末でも、表示はできる。
    }
  };

  return Object.freeze({
    APPS, STATUS, statusOf, toText, toWareki, daysUntil, escapeHtml, escapeQuery, escapeRegExp, yen, percent,
    groupBy, countBy, call, fetchRecords, updateRecords, retry, loadPreferences, savePreferences,
  });
})();
