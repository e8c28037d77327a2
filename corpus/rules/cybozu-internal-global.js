(() => {
  'use strict';

  const fields = cybozu.data.page.SCHEMA_DATA; // expect: cybozu-internal-global
  const { data } = window.cybozu; // expect: cybozu-internal-global
  const inner = window['cyb' + 'ozu']; // expect: cybozu-internal-global

  const vendor = { cybozu: 'サイボウズ' };
  return [fields, data, inner, vendor.cybozu, kintone.getLoginUser().id];
})();
