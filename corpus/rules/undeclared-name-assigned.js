// In sloppy code what is assigned without being declared belongs to the whole page.
(function () {
  var known = 0;
  function count(rows) {
    total = rows.length; // expect: undeclared-name-assigned
    for (i = 0; i < rows.length; i++) { // expect: undeclared-name-assigned
      known += Number(rows[i].value);
    }
    const first = (second = rows[0]); // expect: undeclared-name-assigned
    [left, known] = rows; // expect: undeclared-name-assigned
    total = known;
    document.title = first;
    location = '/k/';
    kintone = kintone || {};
    return total + left + second;
  }
  return count;
})();
(function () {
  'use strict';
  amount = 1; // an error in the browser, and no global
  class Rows {
    fill() {
      filled = 1;
    }
  }
  return Rows;
})();
(function () {
  let i = 0;
  const total = 1;
  i += total;
  if (typeof shared !== 'undefined') {
    i = shared;
  }
  return i;
})();
