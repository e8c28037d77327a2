// A path of keys that is gone down with `reduce`: what has been tested of the list holds of each of its keys.
(function () {
  'use strict';
  const LEADING = ['__proto__', 'constructor', 'prototype'];
  const load = () => fetch('https://settings.example.net/all').then((answer) => answer.json());
  load().then((given) => {
    const keys = given.path.split('.');
    const last = keys.pop();
    const parent = keys.reduce((at, key) => (at[key] ??= {}), {});
    parent[last] = given.value; // flow: response -> property-key
  });
  load().then((given) => {
    const keys = given.path.split('.');
    if (keys.some((key) => LEADING.includes(key))) return;
    const last = keys.pop();
    const parent = keys.reduce((at, key) => (at[key] ??= {}), {});
    parent[last] = given.value;
  });
  load().then((given) => {
    const keys = given.path.split('.');
    const last = keys.pop();
    if (keys.some((key) => LEADING.includes(key))) return;
    const parent = keys.reduce((at, key) => (at[key] ??= {}), {});
    parent[last] = given.value;
  });
  load().then((given) => {
    const keys = given.path.split('.');
    if (keys.some((key) => LEADING.includes(key))) return;
    keys.push(given.more);
    const last = keys.pop();
    const parent = keys.reduce((at, key) => (at[key] ??= {}), {});
    parent[last] = given.value; // flow: response -> property-key
  });
  load().then((given) => {
    const keys = given.path.split('.').filter((key) => !LEADING.includes(key));
    const last = keys.pop();
    const parent = keys.reduce((at, key) => (at[key] ??= {}), {});
    parent[last] = given.value;
  });
  load().then((given) => {
    const keys = given.path.split('.').filter((key) => key !== '__proto__');
    const last = keys.pop();
    const parent = keys.reduce((at, key) => (at[key] ??= {}), {});
    parent[last] = given.value; // flow: response -> property-key
  });
  load().then((given) => {
    const keys = given.path.split('.');
    if (!keys.every((key) => !LEADING.includes(key))) throw new RangeError(given.path);
    keys.slice(0, -1).reduce((at, key) => (at[key] ??= {}), {})[keys.at(-1)] = given.value;
  });
  load().then((given) => {
    const keys = given.path.split('.');
    if (keys.includes('__proto__') || keys.includes('constructor')) return;
    keys.slice(0, -1).reduce((at, key) => (at[key] ??= {}), {})[keys.at(-1)] = given.value;
  });
  load().then((given) => {
    const keys = given.path.split('.');
    if (keys.includes('__proto__')) return;
    keys.slice(0, -1).reduce((at, key) => (at[key] ??= {}), {})[keys.at(-1)] = given.value; // flow: response -> property-key
  });
})();
