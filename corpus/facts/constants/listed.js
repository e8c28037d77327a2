// Texts put together of a list that a function is given: known as long as one list comes, and as it was written.
const sheet = (rules) => {
  reveal(Object.entries(rules).map(([name, value]) => `${name}{${value}}`).join('\n')); // is: ".x{color:red}\n.y{top:0}"
};
sheet({ '.x': 'color:red', '.y': 'top:0' });
const named = (rules) => {
  reveal(Object.keys(rules).map((name) => `${name}{}`).join('')); // is: ".x{}.y{}"
};
named({ '.x': 'color:red', '.y': 'top:0' });
const valued = (rules) => {
  reveal(Object.values(rules).map((value) => `[${value}]`).join('')); // is: "[color:red][top:0]"
};
valued({ '.x': 'color:red', '.y': 'top:0' });
const marked = (list) => {
  reveal(list.map((item) => `${item}!`).join(', ')); // is: "a!, b!"
};
marked(['a', 'b']);
const spread = (...names) => {
  reveal(`${names.join(',')}{color:red}`); // is: ".x,.y{color:red}"
};
spread('.x', '.y');
const turned = (list) => {
  const made = list.map((item) => `${item}!`);
  made.reverse();
  reveal(made.join("")); // is: "b!a!"
};
turned(['a', 'b']);
const grown = (list) => {
  list.push('c');
  reveal(list.map((item) => `${item}!`).join('')); // is: ""...""
};
grown(['a', 'b']);
const several = (list) => {
  reveal(list.filter((item) => item !== 'a').map((item) => `${item}!`).join('')); // is: ""...""
};
several(['a', 'b']);
const added = (rules) => {
  rules[location.hash] = 'top:0';
  reveal(Object.keys(rules).map((name) => `${name}{}`).join('')); // is: ""...""
};
added({ '.x': 'color:red' });
const either = (list) => {
  reveal(list.join(" ")); // is: ""...""
};
either(location.hash ? ['a', 'b'] : ['a', 'x', 'b']);

// A list that an object keeps.
class Way {
  constructor(...steps) {
    this.steps = steps;
  }
  get text() {
    return `/${this.steps.join('/')}.json`;
  }
}
reveal(new Way('form', 'layout').text); // is: "/form/layout.json"
class LongWay {
  constructor(...steps) {
    this.steps = steps;
  }
  longer(step) {
    this.steps.push(step);
    return this.steps.join('/');
  }
}
reveal(new LongWay('a', 'b').longer('c')); // is: ""...""
