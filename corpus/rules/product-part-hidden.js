(() => {
  'use strict';

  kintone.events.on('app.record.index.show', (event) => {
    document.querySelector('.gaia-argoui-app-menu-add').style.display = 'none'; // expect: product-part-hidden
    const copy = document.getElementsByClassName('gaia-argoui-app-menu-copy')[0];
    if (copy) {
      copy.remove(); // expect: product-part-hidden
    }
    document.querySelectorAll('.recordlist-edit-gaia').forEach((icon) => {
      icon.style.setProperty('visibility', 'hidden'); // expect: product-part-hidden
    });
    document.querySelector('.gaia-argoui-app-menu-copy').style.display = event.records.length > 9 ? 'none' : ''; // expect: product-part-hidden
    const notice = document.querySelector('.notifier-cybozu');
    notice.setAttribute('style', 'display: none'); // expect: product-part-hidden
    notice.parentNode.removeChild(notice); // expect: product-part-hidden
    jQuery('.gaia-argoui-app-menu-edit').hide(); // expect: product-part-hidden
    jQuery('.recordlist-edit-gaia, .recordlist-remove-gaia').css('display', 'none'); // expect: product-part-hidden
    jQuery('.ocean-ui-dialog').css({ visibility: 'hidden' }); // expect: product-part-hidden
    jQuery('.button-simple-cybozu').prop('disabled', true); // expect: product-part-hidden

    const add = document.querySelector('.gaia-argoui-app-menu-add');
    add.style.display = 'inline-block';
    add.style.color = 'gray';
    add.hidden = false;
    add.style.pointerEvents = 'none';
    add.style.opacity = event.records.length > 9 ? '0.4' : '';
    const toolbar = document.querySelector('.gaia-argoui-app-index-toolbar');
    toolbar.appendChild(document.createElement('span'));
    toolbar.removeChild(toolbar.lastChild);
    toolbar.parentNode.insertBefore(document.createElement('div'), toolbar);
    jQuery('.gaia-argoui-app-menu-edit').css({ color: 'gray' });
    jQuery('.gaia-argoui-app-menu-edit').show();
    document.querySelector('.abiko-panel').style.display = 'none';
    jQuery('.gaia-argoui-app-index-toolbar .abiko-button').remove();
    kintone.app.getHeaderMenuSpaceElement().style.display = 'none';
    return event;
  });
})();

// Selectors that only come together while the code runs
(() => {
  'use strict';

  const selector = (name) => `.gaia-argoui-app-menu-${name}`;
  const hide = (names) => {
    document.querySelectorAll(names.map(selector).join(',') || '#none').forEach((el) => {
      el.style.display = 'none'; // expect: product-part-hidden
    });
  };
  const own = (name) => `.plg-menu-${name}`;
  const tidy = (names) => {
    document.querySelectorAll(names.map(own).join(',') || '#none').forEach((el) => {
      el.style.display = 'none';
    });
  };
  kintone.events.on('app.record.detail.show', async (event) => {
    const groups = await kintone.user.getGroups();
    hide(groups.length ? [] : ['edit', 'remove']);
    tidy(groups.length ? [] : ['edit', 'remove']);
    return event;
  });
})();
