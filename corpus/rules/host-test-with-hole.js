// リンク先のホスト名の確かめ方
(() => {
  'use strict';

  const LOOSE = /^https:\/\/soudan.example\.lg\.jp\//;
  const FIRM = /^https:\/\/soudan\.example\.lg\.jp\//;

  kintone.events.on('app.record.detail.show', (event) => {
    const address = event.record.相談窓口.value; // source: host-test-with-hole
    const link = document.createElement('a');
    if (LOOSE.test(address)) link.href = address; // expect: host-test-with-hole
    if (FIRM.test(address)) link.href = address;
    if (/^https:\/\/soudan\.example\.lg\.jp/.test(address)) link.href = address; // expect: host-test-with-hole
    if (/^https:\/\/soudan\.example\.lg\.jp(?:\/|$)/.test(address)) link.href = address;
    if (address.startsWith('https://soudan.example.lg.jp')) $(link).attr('href', address); // expect: host-test-with-hole
    if (address.startsWith('https://soudan.example.lg.jp/')) $(link).attr('href', address);
    if (/^https:\/\/soudan\.example\.lg.jp\//.test(address)) link.href = address; // expect: host-test-with-hole
    // 「example.com」の点がほかの文字でも、そのような名前のサイトはありません。
    if (/^https:\/\/soudan\.example.com\//.test(address)) link.href = address;
    if (/^https:\/\/soudan\.example\.lg\.jp\/a.html/.test(address)) link.href = address;
    // どのサイトでもよいとき
    if (/^https?:\/\//.test(address)) link.href = address;
    if (/^https?:\/\/[\w.-]+\//.test(address)) link.href = address;
    if (/^https?:\/\/.+\..+/.test(address)) link.href = address;
    kintone.app.record.getSpaceElement('link').append(link);
    return event;
  });
})();
