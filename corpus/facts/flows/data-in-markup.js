// Data that is written into HTML as data attributes comes back unescaped.
kintone.events.on('app.record.index.show', (event) => {
  const space = kintone.app.getHeaderSpaceElement();
  const note = document.createElement('p');
  const row = (record) => `<tr class="row" data-memo="${_.escape(record.備考.value)}" data-count="${Number(record.数.value)}">`;
  space.innerHTML = `<table>${event.records.map(row).join('')}</table>`;
  space.addEventListener('mouseover', (over) => {
    const hit = over.target.closest('.row');
    note.innerHTML = hit.dataset.memo; // flow: record -> html
    note.textContent = hit.dataset.memo;
    note.innerHTML = `<b>${hit.dataset.count}</b>`;
    note.innerHTML = hit.getAttribute('data-memo'); // flow: record -> html
    note.innerHTML = _.escape(hit.getAttribute('data-memo'));
  });
  const list = '<li data-full-name="' + _.escape(event.records[0].氏名.value) + '" data-place="庁舎">x</li>';
  space.insertAdjacentHTML('beforeend', list);
  $(space).on('click', 'li', function () {
    $(note).html($(this).data('fullName')); // flow: record -> html
    $(note).html($(this).data('place'));
  });
  return event;
});
