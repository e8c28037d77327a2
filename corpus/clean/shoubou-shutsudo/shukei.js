'use strict';
/* 出動記録の集計(計算だけ。画面には触れない) */
window.shutsudo = window.shutsudo || {};
{
  const KINDS = ['火災', '救急', '救助', '警戒', 'その他'];

  const monthKey = (datetime) => {
    const date = new Date(datetime);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
  };

  const minutesBetween = (from, to) => {
    if (!from || !to) return null;
    const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60000);
    return minutes >= 0 && minutes < 24 * 60 ? minutes : null;
  };

  const median = (numbers) => {
    if (numbers.length === 0) return null;
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  };

  window.shutsudo.summarize = (records) => {
    const byMonth = new Map();
    const times = [];
    for (const record of records) {
      const key = monthKey(record.覚知日時.value);
      if (!byMonth.has(key)) byMonth.set(key, Object.fromEntries(KINDS.map((kind) => [kind, 0])));
      const kind = KINDS.includes(record.出動種別.value) ? record.出動種別.value : 'その他';
      byMonth.get(key)[kind] += 1;
      const minutes = minutesBetween(record.覚知日時.value, record.現着日時.value);
      if (minutes !== null) times.push(minutes);
    }
    const months = [...byMonth.keys()].sort();
    return {
      months,
      series: KINDS.map((kind) => ({ kind, counts: months.map((month) => byMonth.get(month)[kind]) })),
      arrival: median(times),
      total: records.length,
    };
  };
}
