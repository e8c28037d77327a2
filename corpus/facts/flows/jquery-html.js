// jQuery: what is taken for HTML, and what only for text or a selector.
(function ($) {
  kintone.events.on('app.record.detail.show', (event) => {
    const v = event.record.備考.value;
    const $el = $(kintone.app.record.getSpaceElement('view'));
    $el.html(v); // flow: record -> html
    $el.text(v);
    $el.html(() => v); // flow: record -> html
    $el.text(() => v);
    $el.append('<li>' + v + '</li>'); // flow: record -> html
    $el.append($('<li>').text(v));
    $el.append([$('<li>').text(v), $('<li>').text('x')]);
    $el.append(document.createTextNode(v));
    $el.append(new Option(v, v));
    $el.append([new Option(v, v), '<option>' + v + '</option>']); // flow: record -> html
    $el.append(v.split(',').map((part) => new Option(part, part)));
    $el.append(
      v.split(',').map((part) => {
        const option = document.createElement('option');
        option.textContent = part;
        return option;
      }),
    );
    $el.append(v.split(',').map((part) => '<option>' + part)); // flow: record -> html
    $el.append($.parseHTML(v)); // flow: record -> html
    $el.append($.parseHTML(v, null, true)); // flow: record -> html
    $el.append($.parseHTML(_.escape(v)));
    const [live] = $.parseHTML(`<p>${v}</p>`, document, false); // flow: record -> html
    $el.append(live);
    const [made] = $.parseHTML('<p></p>', document, false);
    made.append(v);
    $el.append(made);
    $el.text($.parseHTML(v)[0].textContent);
    $el.html($.parseHTML(v)[0].textContent); // flow: record -> html
    $('<div>', { html: v }); // flow: record -> html
    $('<div>', { text: v, title: v });
    $el.prop('innerHTML', v); // flow: record -> html
    $el.prop('title', v);
    $el.attr({ title: v, srcdoc: v }); // flow: record -> html
    $el.attr({ title: v });
    $.each(event.record.表.value, (i, row) => {
      $el.append('<li>' + i + '</li>');
      $el.append('<li>' + row.value.品名.value + '</li>'); // flow: record -> html
    });
    $el.html($.map(event.record.表.value, (row) => '<li>' + row.value.品名.value + '</li>').join('')); // flow: record -> html
    $el.html($.map(event.record.表.value, (row, i) => '<li>' + i + '</li>').join(''));
  });
})(jQuery);
