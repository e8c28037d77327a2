// Functions that make names and addresses of tables, numbers and pieces.
const table = ['value', 'POST', 'https://', 'kit', '.example/u', 'send'];
const at = function (number) {
  return table[number - 10];
};
reveal(at(12) + at(13) + at(14)); // is: "https://kit.example/u"
function shifted(text, by) {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    out += String.fromCharCode(text.charCodeAt(i) - by);
  }
  return out;
}
reveal(shifted('fwbm', 1)); // is: "eval"
const decoder = { get: (name) => name.split('').reverse().join('') };
reveal(decoder.get('lave')); // is: "eval"
const hex = (text) => text.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
reveal(hex('6576616c')); // is: "eval"
const xor = (codes, key) => codes.split(',').map((code) => String.fromCharCode(Number(code) ^ key)).join('');
reveal(xor('98,113,102,107', 7)); // is: "eval"
const named = (word) => ({ a: 'ev', b: 'al' })[word];
reveal(named('a') + named('b')); // is: "eval"
// What depends on something else is not known.
const drawn = (text) => text + Math.random();
reveal(drawn('a')); // is: "a"...""
let count = 0;
const counted = (text) => text + count++;
reveal(counted('a')); // is: "a"...""
