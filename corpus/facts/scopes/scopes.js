var v = 1;
let l = 2;
function f(p) {
  p; // refers: 3
  v; // refers: 7
  l; // refers: 2
  var v = 3;
  {
    let l = 4;
    l; // refers: 9
    var hoisted = 5;
  }
  hoisted; // refers: 11
  arguments; // refers: declared
  inner; // refers: 16
  function inner() {}
  for (let i = 0; i < 1; i++) {
    i; // refers: 17
  }
  i; // refers: global
  try {
    f(); // calls
  } catch (e) {
    e; // refers: 23
  }
  const g = function named() {
    named; // refers: 26
    f; // refers: 3
  };
  named; // refers: global
  const { a, b: [c = v], ...rest } = p;
  a; // refers: 31
  b; // refers: global
  c; // refers: 31
  rest; // refers: 31
  class A {
    m() {
      A; // refers: 36
    }
  }
  A; // refers: 36
}
v; // refers: 1
undeclared; // refers: global
implicit = 1;
implicit; // refers: 45
