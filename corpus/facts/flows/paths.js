// Setting by a path: the keys of the path choose objects inside objects. Room that is made for them is not told beside
// the data that is put there.
const params = new URLSearchParams(location.search);
const path = params.get('path');
const value = params.get('value');
const setPath = (target, keys, val) => {
  let at = target;
  keys.slice(0, -1).forEach((key) => {
    at = at[key] = at[key] || {};
  });
  at[keys[keys.length - 1]] = val; // flow: url -> property-key
};
setPath({}, path.split('.'), value);
const setReduce = (target, keys, val) => {
  const last = keys.pop();
  keys.reduce((at, key) => (at[key] ??= {}), target)[last] = val; // flow: url -> property-key
};
setReduce({}, path.split('.'), value);
const setLoop = (target, dotted, val) => {
  const keys = dotted.split('.');
  for (let i = 0; i < keys.length - 1; i++) {
    if (!target[keys[i]]) target[keys[i]] = {};
    target = target[keys[i]];
  }
  target[keys.at(-1)] = val; // flow: url -> property-key
};
setLoop({}, path, value);
const setLoopIn = (target, dotted, val) => {
  const keys = dotted.split('.');
  for (let i = 0; i < keys.length - 1; i++) {
    if (!(keys[i] in target)) target[keys[i]] = {};
    target = target[keys[i]];
  }
  target[keys.at(-1)] = val; // flow: url -> property-key
};
setLoopIn({}, path, value);
const setSome = (target, dotted, val) => {
  const keys = dotted.split('.');
  if (keys.some((k) => k === '__proto__' || k === 'constructor' || k === 'prototype')) return;
  let at = target;
  for (const key of keys.slice(0, -1)) {
    at = at[key] ??= {};
  }
  at[keys.at(-1)] = val;
};
setSome({}, path, value);
const setFiltered = (target, dotted, val) => {
  const keys = dotted.split('.').filter((k) => !['__proto__', 'constructor', 'prototype'].includes(k));
  let at = target;
  for (const key of keys.slice(0, -1)) {
    at = at[key] ??= {};
  }
  at[keys.at(-1)] = val;
};
setFiltered({}, path, value);
const setRecursive = (target, [head, ...rest], val) => {
  if (!rest.length) target[head] = val; // flow: url -> property-key
  else setRecursive(target[head] ??= {}, rest, val);
};
setRecursive({}, path.split('/'), value);
const setNull = (dotted, val) => {
  const keys = dotted.split('.');
  const root = Object.create(null);
  let at = root;
  for (const key of keys.slice(0, -1)) {
    at = at[key] ??= Object.create(null);
  }
  at[keys.at(-1)] = val;
};
setNull(path, 'x');
const box = {};
box[params.get('a')] ??= {};
box[params.get('a')][params.get('b')] = value; // flow: url -> property-key
const own = Object.create(null);
own[params.get('a')] ??= {};
own[params.get('a')][params.get('b')] = value;
const kept = new Map();
kept.set(params.get('a'), {});
kept.get(params.get('a'))[params.get('b')] = value;
const made = Object.fromEntries(params);
made[params.get('a')] = value;
const g = {};
const k = params.get('g');
if (k in g) g[k][params.get('b')] = value; // flow: url -> property-key
if (g[k]) g[k][params.get('b')] = value; // flow: url -> property-key
if (g.hasOwnProperty(k)) g[k][params.get('b')] = value;
if (Object.prototype.hasOwnProperty.call(g, k)) g[k][params.get('b')] = value;
if (Object.keys(g).includes(k)) g[k][params.get('b')] = value;
// `_proto__` completes the name.
g['_' + k][params.get('b')] = value; // flow: url -> property-key
g[`${k}_x`][params.get('b')] = value;
g['_' + k] = g['_' + k] || {};
g['_' + k][params.get('b')] = value; // flow: url -> property-key
const bin = g['_' + k] || (g['_' + k] = {});
bin['_' + params.get('b')] = value; // flow: url -> property-key
const bin2 = g[k] || (g[k] = {});
bin2['_' + params.get('b')] = value; // flow: url -> property-key
const dk = 'data-' + k;
g[dk] ??= {};
g[dk].x = value;
const uk = k.toUpperCase();
g[uk] ??= {};
g[uk].x = value;
const nk = Number(k);
g[nk] ??= {};
g[nk].x = value;
g['__' + k][params.get('b')] = value; // flow: url -> property-key
g[k + '__'][params.get('b')] = value; // flow: url -> property-key
g[k.replace('__proto__', '')][params.get('b')] = value; // flow: url -> property-key
g[encodeURIComponent(k)][params.get('b')] = value; // flow: url -> property-key
const shelf = {};
shelf[params.get('a')][params.get('b')] = {}; // flow: url -> property-key
