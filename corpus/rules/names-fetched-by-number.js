(() => {
  'use strict';
  const list = ['app', 'record', 'getSpaceElement', 'summary', 'innerHTML', 'value', '備考'];
  const name = (number) => list[number - 0x120];
  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone[name(0x120)][name(0x121)][name(0x122)](name(0x123)); // expect: names-fetched-by-number
    space[name(0x124)] = event[name(0x121)][name(0x126)][name(0x125)];
    return event;
  });

})();
