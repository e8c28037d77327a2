// 値をプログラムとして実行する
(() => {
  'use strict';

  kintone.events.on('app.record.edit.change.計算式', (event) => {
    const formula = event.record.計算式.value; // source: value-run-as-code
    event.record.結果.value = eval(formula); // expect: value-run-as-code
    const compute = new Function('x', `return ${formula}`); // expect: value-run-as-code
    setTimeout('show("' + formula + '")', 10); // expect: value-run-as-code

    event.record.合計.value = Number(event.record.単価.value) * Number(event.record.数量.value);
    setTimeout(() => console.info('計算しました', compute.length), 10);
    return event;
  });

  const config = kintone.plugin.app.getConfig(kintone.$PLUGIN_ID); // source: value-run-as-code
  $.globalEval(config.初期処理); // expect: value-run-as-code
  const settings = JSON.parse(config.設定);
  return settings;
})();
