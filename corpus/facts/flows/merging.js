// Merging by a stack or a queue instead of recursion.
const input = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const plain = (v) => Object.prototype.toString.call(v) === '[object Object]';
const stacked = (base, patch) => {
  const stack = [[base, patch]];
  while (stack.length) {
    const [to, from] = stack.pop();
    for (const key in from) {
      if (!(key in to) && plain(from[key])) to[key] = {};
      if (plain(from[key])) stack.push([to[key], from[key]]);
      else to[key] = from[key]; // flow: url -> property-key
    }
  }
  return base;
};
stacked({}, input);
const stackedOwn = (base, patch) => {
  const stack = [[base, patch]];
  while (stack.length) {
    const [to, from] = stack.pop();
    for (const key in from) {
      if (!Object.prototype.hasOwnProperty.call(to, key)) continue;
      if (plain(from[key])) stack.push([to[key], from[key]]);
      else to[key] = from[key];
    }
  }
  return base;
};
stackedOwn({ a: {} }, input);
function queued(base, patch) {
  const queue = [{ to: base, from: patch }];
  while (queue.length > 0) {
    const { to, from } = queue.shift();
    Object.keys(from).forEach((key) => {
      const value = from[key];
      if (value && typeof value === 'object') {
        to[key] = to[key] || {};
        queue.push({ to: to[key], from: value });
      } else {
        to[key] = value; // flow: url -> property-key
      }
    });
  }
}
queued({}, input);
function queuedSafe(base, patch) {
  const queue = [{ to: base, from: patch }];
  while (queue.length > 0) {
    const { to, from } = queue.shift();
    Object.keys(from).forEach((key) => {
      if (key === '__proto__' || key === 'constructor') return;
      const value = from[key];
      if (value && typeof value === 'object') {
        to[key] = to[key] || {};
        queue.push({ to: to[key], from: value });
      } else {
        to[key] = value;
      }
    });
  }
}
queuedSafe({}, input);
function walked(base, patch) {
  const todo = [[base, patch]];
  for (const [to, from] of todo) {
    for (const [key, value] of Object.entries(from)) {
      if (value instanceof Object) {
        todo.push([to[key] ??= {}, value]);
      } else {
        to[key] = value; // flow: url -> property-key
      }
    }
  }
}
walked({}, input);
function walkedNull(base, patch) {
  const todo = [[base, patch]];
  for (const [to, from] of todo) {
    for (const [key, value] of Object.entries(from)) {
      if (value instanceof Object) {
        to[key] = Object.create(null);
        todo.push([to[key], value]);
      } else {
        to[key] = value;
      }
    }
  }
}
walkedNull(Object.create(null), input);
