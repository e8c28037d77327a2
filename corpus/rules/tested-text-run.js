// A formula that was found to be digits, operators and parentheses can only be computed; any looser test admits a program.
(function () {
  'use strict';
  const isFormula = (text) => /^[\d+\-*/().\s]+$/.test(text);
  kintone.events.on('app.record.edit.show', (event) => {
    const formula = event.record.計算式.value;
    if (/^[\d+\-*/(). ]+$/.test(formula)) {
      event.record.結果.value = eval(formula); // expect: tested-text-run
    }
    if (isFormula(formula)) {
      event.record.結果.value = new Function('return (' + formula + ');')(); // expect: tested-text-run
    }
    const left = formula.replace(/[^0-9+\-*/().]/g, '');
    event.record.結果.value = Function('"use strict"; return (' + left + ')')(); // expect: tested-text-run
    if (/[^0-9+*/().-]/.test(formula)) {
      return event;
    }
    event.record.結果.value = eval(formula); // expect: tested-text-run
    return event;
  });
  kintone.events.on('app.record.create.show', (event) => {
    const formula = event.record.計算式.value;
    if (/[\d+\-*/(). ]+/.test(formula)) {
      event.record.結果.value = eval(formula); // expect: value-run-as-code
    }
    if (/^[\d+\-*/(). ]+/.test(formula)) {
      event.record.結果.value = new Function('return (' + formula + ');')(); // expect: value-run-as-code
    }
    if (/^[\da-z+\-*/(). ]+$/i.test(formula)) {
      event.record.結果.value = eval(formula); // expect: value-run-as-code
    }
    const found = formula.match(/[\w+]+/);
    if (found) {
      event.record.結果.value = eval(found[0]); // expect: value-run-as-code
    }
    const sum = formula.match(/[\d+]+/);
    if (sum) {
      event.record.結果.value = eval(sum[0]); // expect: eval-call
    }
    if (/^[!+()[\]]+$/.test(formula)) {
      event.record.結果.value = eval(formula); // expect: value-run-as-code
    }
    const left = formula.replace(/[a-z]/g, '');
    event.record.結果.value = eval(left); // expect: value-run-as-code
    if (/^[\d+\-*/(). ]+$/.test(formula)) {
      event.record.結果.value = eval(window.prelude + formula); // expect: eval-call
    }
    return event;
  });
})();
