// What numbers and texts bring into a deep merge has no property that anybody named.
const given = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const params = new URLSearchParams(location.search);
_.merge({}, { size: given.size }); // flow: url -> deep-merge
_.merge({}, { size: Number(given.size) || 20 });
_.merge({}, { size: +given.size, half: given.size / 2, on: !!given.on, all: given.show === 'all' });
_.merge({}, { size: parseInt(given.size, 10), most: Math.max(1, given.most) });
_.merge({}, { kind: String(given.kind), title: `${given.title}`, note: given.note + '' });
_.merge({}, { kind: String(given.kind), other: given.other }); // flow: url -> deep-merge
_.merge({}, { kind: given.kind.trim().toLowerCase(), path: encodeURIComponent(given.path) });
_.merge({}, { kind: typeof given.kind === 'string' ? given.kind : '' });
_.merge({}, { kind: typeof given.kind === 'object' ? given.kind : {} }); // flow: url -> deep-merge
_.merge({}, { columns: given.columns.map(String), widths: given.widths.map((width) => Number(width)) });
_.merge({}, { columns: given.columns.map((column) => column.width) }); // flow: url -> deep-merge
_.merge({}, { columns: (given.columns || 'a,b').split(',') });
_.merge({}, { kind: ['bar', 'pie'].includes(given.kind) ? given.kind : 'bar' });
$.extend(true, {}, JSON.parse(String(given.chart))); // flow: url -> deep-merge
$.extend(true, {}, JSON.parse(`{"chart": ${given.chart}}`)); // flow: url -> deep-merge
$.extend(true, {}, JSON.parse(JSON.stringify(given))); // flow: url -> deep-merge
$.extend(true, {}, { text: JSON.stringify(given) });
$.extend(true, {}, { ...given, size: 3 }); // flow: url -> deep-merge
$.extend(true, {}, JSON.parse(params.get('prefs'))); // flow: url -> deep-merge
$.extend(true, {}, { prefs: params.get('prefs') });
