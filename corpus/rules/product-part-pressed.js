(() => {
  'use strict';

  kintone.events.on('app.record.edit.show', (event) => {
    const save = document.querySelector('.gaia-ui-actionmenu-save');
    save.click(); // expect: product-part-pressed
    save.dispatchEvent(new MouseEvent('click')); // expect: product-part-pressed
    jQuery('.gaia-argoui-app-menu-edit').click(); // expect: product-part-pressed
    jQuery('.gaia-argoui-app-menu-edit').trigger('click'); // expect: product-part-pressed

    jQuery('.gaia-argoui-app-menu-edit').click(() => console.log('編集します'));
    save.addEventListener('click', () => console.log('保存します'));
    document.querySelector('#abiko-search').click();
    jQuery('.abiko-tab').first().trigger('click');
    return event;
  });
})();
