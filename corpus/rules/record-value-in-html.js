// レコードの値を画面に出す
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const title = event.record.件名.value; // source: record-value-in-html
    const space = kintone.app.record.getSpaceElement('summary');
    space.innerHTML = '<b>' + title + '</b>'; // expect: record-value-in-html

    const rows = event.record.明細.value // source: record-value-in-html
      .map((row) => `<tr><td>${row.value.品名.value}</td></tr>`)
      .join('');
    space.insertAdjacentHTML('beforeend', `<table>${rows}</table>`); // expect: record-value-in-html

    const greeting = document.createElement('p');
    greeting.outerHTML = `<p>${kintone.getLoginUser().name} さん</p>`; // source: record-value-in-html // expect: record-value-in-html

    // 文字として出す分には何も起きない
    const safe = document.createElement('b');
    safe.textContent = title;
    space.append(safe);
    space.innerHTML = `<b>${Number(event.record.数量.value)}</b>`;
    space.innerHTML = DOMPurify.sanitize(title);

    const parsed = new DOMParser().parseFromString(title, 'text/html');
    space.textContent = parsed.body.textContent;
    space.append(parsed.body.firstChild); // expect: record-value-in-html
    return event;
  });

  jQuery(($) => {
    const record = kintone.app.record.get().record; // source: record-value-in-html
    $('#memo').html(record.備考.value); // expect: record-value-in-html
    $('#list').append('<td>' + record.住所.value + '</td>'); // expect: record-value-in-html
    $('#list').append($('<td>').text(record.住所.value));
    $('#memo').text(record.備考.value);
  });

  kintone.events.on('app.record.create.submit.success', (event) => {
    Swal.fire({ title: '登録しました', html: `${event.record.氏名.value} 様` }); // source: record-value-in-html // expect: record-value-in-html
    Swal.fire({ title: '登録しました', text: `${event.record.氏名.value} 様` });
    return event;
  });
})();
