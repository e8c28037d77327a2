// Hints, tours and windows: which of their options are HTML, and which switch makes them so.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('a');
  tippy(el, { content: () => v, allowHTML: true }); // flow: record -> html
  tippy(el, { content: () => v });
  tippy(el, { allowHTML: true }).setContent(v); // flow: record -> html
  tippy(el, {}).setContent(v);
  tippy(el, {}).setProps({ content: v, allowHTML: true }); // flow: record -> html
  new bootstrap.Popover(el, { html: true, content: v, sanitize: false }); // flow: record -> html
  new bootstrap.Popover(el, { html: true, content: v });
  new bootstrap.Popover(el, { html: true, content: v, sanitizeFn: (text) => text }); // flow: record -> html
  new bootstrap.Popover(el, { html: true, content: v, sanitizeFn: (text) => DOMPurify.sanitize(text) });
  new bootstrap.Tooltip(el, { html: true, title: v, allowList: { img: ['onerror'] } }); // flow: record -> html
  new bootstrap.Tooltip(el, { html: true, title: v, allowList: { b: ['class'] } });
  $(el).popover({ html: true, content: () => v }); // flow: record -> html
  $(el).popover({ html: true, sanitize: true, content: v });
  $(el).tooltip({ content: v }); // flow: record -> html
  $(el).tooltipster({ content: v, contentAsHTML: true }); // flow: record -> html
  $(el).tooltipster({ content: v });
  introJs().setOptions({ steps: [{ element: el, intro: v }] }).start(); // flow: record -> html
  introJs().setOptions({ steps: [{ element: el, intro: '案内' }] }).start();
  window.driver.js.driver({ steps: [{ popover: { title: v } }] }).drive(); // flow: record -> html
  window.driver.js.driver({ steps: [{ popover: { title: '案内' } }] }).highlight({ popover: { description: v } }); // flow: record -> html
  new Noty({ text: v }).show(); // flow: record -> html
  new Noty({ text: _.escape(v) }).show();
  $.alert({ title: '確認', content: v }); // flow: record -> html
  $.alert({ title: '確認', content: _.escape(v) });
  $.toast({ heading: '確認', text: v }); // flow: record -> html
  UIkit.modal.alert(v); // flow: record -> html
  this.$alert(v, '確認', { dangerouslyUseHTMLString: true }); // flow: record -> html
  this.$alert(v, '確認');
  Swal.fire({ input: 'text', inputValidator: (text) => v }); // flow: record -> html
  Swal.fire({ input: 'select', inputOptions: { a: v } }); // flow: record -> html
  Swal.fire({ input: 'text', inputValue: v, inputPlaceholder: v });
  $('#s').autocomplete({ source: [v] }).autocomplete('instance')._renderItem = (ul, item) =>
    $('<li>').text(item.label).appendTo(ul);
  return event;
});
