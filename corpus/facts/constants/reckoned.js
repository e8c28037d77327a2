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

// What is made of a list of constants by a function for each of them.
const codes = [101, 118, 97, 108];
reveal(String.fromCharCode.apply(null, codes)); // is: "eval"
reveal(codes.map((code) => String.fromCharCode(code)).join('')); // is: "eval"
reveal(Array.from(codes, (code) => String.fromCharCode(code)).join('')); // is: "eval"
reveal(codes.reduce((text, code) => text + String.fromCharCode(code), '')); // is: "eval"
reveal(Object.values({ a: 'ev', b: 'al' }).join('')); // is: "eval"
reveal(['a', String(Date.now())].map((part) => part.trim()).join('')); // is: "a"...""
