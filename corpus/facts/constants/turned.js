// A table that is turned round before anything reads it, by a function that then replaces itself.
(function (get, sum) {
  const all = get();
  while (!![]) {
    try {
      const seen = parseInt(read(0x10)) / 1 + (parseInt(read(0x11)) / 2) * 3;
      if (seen === sum) break;
      else all['push'](all['shift']());
    } catch (ignored) {
      all['push'](all['shift']());
    }
  }
})(texts, 22);
function read(number) {
  const all = texts();
  read = function (at) {
    at = at - 0x10;
    return all[at];
  };
  return read(number);
}
function texts() {
  const all = ['al', 'https://', '10 a', '8 b', 'ev'];
  texts = function () {
    return all;
  };
  return texts();
}
reveal(read(0x12) + read(0x13)); // is: "eval"
const again = read;
reveal(again(0x14)); // is: "https://"
const shared = ['a', 'b', 'c'];
(function (list) {
  list.push(list.shift());
})(shared);
const given = function (at) {
  return shared[at];
};
reveal(given(0)); // is: "b"
const [scheme, host] = 'https:api'.split(':');
reveal(host); // is: "api"
const { length, 1: second } = 'a-b'.split('-');
reveal(second); // is: "b"
