// What people type into the windows of widgets.
(async () => {
  const el = document.querySelector('#a');
  const { value } = await Swal.fire({ titleText: '名前', input: 'text' });
  el.innerHTML = value; // flow: input -> html
  el.textContent = value;
  Swal.fire({
    input: 'textarea',
    preConfirm: (text) => {
      const wrong = text.split('\n').filter((line) => !/^\d+$/.test(line));
      if (wrong.length) {
        Swal.showValidationMessage(`違います: ${wrong.join()}`); // flow: input -> html
      }
    },
  });
  Swal.fire({
    input: 'textarea',
    preConfirm: (text) => {
      if (text.length > 10) {
        Swal.showValidationMessage(`${text.length}文字あります`);
      }
    },
  });
  Swal.fire({ input: 'text', inputValidator: (text) => (text ? null : '入力してください') });
  Swal.fire({ input: 'text', inputValidator: (text) => (/^\d+$/.test(text) ? null : text + 'は数字ではありません') }); // flow: input -> html
  bootbox.prompt('名前', (name) => {
    el.innerHTML = name; // flow: input -> html
  });
  bootbox.prompt({
    title: '名前',
    callback: (name) => {
      el.textContent = name;
    },
  });
  UIkit.modal.prompt('名前', '').then((name) => {
    el.innerHTML = name; // flow: input -> html
  });
  el.innerHTML = await swal('名前', { content: 'input' }); // flow: input -> html

  // What is chosen from a list that was asked for, and how the list shows it.
  $('#i').autocomplete({
    source: ask,
    select: (e, ui) => {
      $('#o').html(ui.item.label); // flow: input -> html
      $('#o').text(ui.item.label);
    },
  });
  $('#i').autocomplete('instance')._renderItem = (ul, item) => $('<li>').html(item.label).appendTo(ul); // flow: input -> html
  $('#i').autocomplete('instance')._renderItem = (ul, item) => $('<li>').text(item.label).appendTo(ul);
})();
