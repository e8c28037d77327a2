(() => {
  'use strict';

  document.querySelector('.gaia-argoui-app-toolbar-menu'); // expect: product-class-in-script
  document.getElementsByClassName('ocean-ui-dialog'); // expect: product-class-in-script
  document.querySelectorAll('[class*="button-gaia"]'); // expect: product-class-in-script
  jQuery('.kintone-app-headermenu-space').hide(); // expect: product-class-in-script

  document.querySelector('.abiko-toolbar');
  document.querySelector('#kintone-ui-component-button');
  jQuery('.abiko-menu').hide();
  kintone.app.getHeaderMenuSpaceElement();
})();
