// Elements of a list of which none may lead to a prototype: tested together, taken out in any way, filled up again.
const blocked = ['__proto__', 'constructor', 'prototype'];
const weak = ['__proto__'];
const blockedSet = new Set(blocked);
const blockedPattern = /^(__proto__|constructor|prototype)$/;
const entries = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const ui = { panel: {} };
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; let node = ui;
  while (parts.length > 1) { const p = parts.shift(); node = node[p] || (node[p] = {}); } node[parts[0]] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => weak.includes(p))) continue; let node = ui;
  while (parts.length > 1) { const p = parts.shift(); node = node[p] || (node[p] = {}); } node[parts[0]] = value; } // flow: url -> property-key
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blockedSet.has(p))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blockedPattern.test(p))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (!parts.every((p) => !blocked.includes(p))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (!parts.some((p) => blocked.includes(p))) { const last = parts[parts.length - 1]; let node = ui;
  for (let i = 0; i < parts.length - 1; i++) { node = node[parts[i]] || (node[parts[i]] = {}); } node[last] = value; } }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.find((p) => blocked.includes(p)) !== undefined) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.find((p) => blocked.includes(p))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.findIndex((p) => blocked.includes(p)) >= 0) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (blocked.some((b) => parts.includes(b))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; const [first, ...rest] = parts; let node = ui[first] || (ui[first] = {}); rest.forEach((p) => { node = node[p] || (node[p] = {}); }); node.x = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; const last = parts.pop(); const t = parts.reduce((n, p) => n[p] || (n[p] = {}), ui); t[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; const t = parts.slice(0, -1).reduce((n, p) => n[p] || (n[p] = {}), ui); t[parts[parts.length - 1]] = value; }
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; const t = parts.slice(0, -1).reduce((n, p) => n[p] || (n[p] = {}), ui); t[parts.at(-1)] = value; }
for (const [path, value] of entries) { const parts = path.split('/').filter((p) => !blocked.includes(p)); const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; }
for (const [path, value] of entries) { const parts = path.split('/').filter((p) => blocked.includes(p)); const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; } // flow: url -> property-key
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.every((p) => blocked.includes(p))) continue; const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; } // flow: url -> property-key
function setIn(o, path, v) { const parts = path.split('.'); if (parts.some((p) => blocked.includes(p))) { return; } let n = o;
  while (parts.length > 1) { const k = parts.shift(); if (!n[k]) { n[k] = {}; } n = n[k]; } n[parts[0]] = v; } for (const [k, v] of entries) setIn(ui, k, v);
function setIn2(o, path, v) { const parts = path.split('.'); parts.forEach((p) => { if (blocked.includes(p)) throw new Error(p); }); let n = o;
  while (parts.length > 1) { const k = parts.shift(); if (!n[k]) { n[k] = {}; } n = n[k]; } n[parts[0]] = v; } for (const [k, v] of entries) setIn2(ui, k, v);
function setIn3(o, path, v) { const parts = path.split('.');
  for (const p of parts) if (blocked.includes(p)) return; let n = o; const last = parts.pop(); for (const k of parts) { if (!n[k]) { n[k] = {}; } n = n[k]; } n[last] = v; } for (const [k, v] of entries) setIn3(ui, k, v);
const ok = (parts) => !parts.some((p) => blocked.includes(p)); function setIn4(o, path, v) { const parts = path.split('.'); if (!ok(parts)) return; let n = o; const last = parts.pop();
  for (const k of parts) { if (!n[k]) { n[k] = {}; } n = n[k]; } n[last] = v; } for (const [k, v] of entries) setIn4(ui, k, v);
const isBad = (p) => blocked.includes(p); function setIn5(o, path, v) { const parts = path.split('.'); if (parts.some(isBad)) return; let n = o; let k;
  while ((k = parts.shift()) && parts.length) { if (!n[k]) { n[k] = {}; } n = n[k]; } n[k] = v; } for (const [k, v] of entries) setIn5(ui, k, v);
for (const [path, value] of entries) { const parts = path.split('/'); if (parts.some((p) => blocked.includes(p))) continue; parts.push(value.k); const last = parts.pop(); let node = ui;
  for (const p of parts) { node = node[p] || (node[p] = {}); } node[last] = value; } // flow: url -> property-key
