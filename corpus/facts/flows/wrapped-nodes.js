// Nodes that a text was parsed into are no selector and no markup; what is found in them goes into the page by
// whatever puts it there.
kintone.events.on('app.record.detail.show', (event) => {
  const memo = event.record.案内.value;
  const list = $.parseHTML(memo);
  $('#guide').text($(list).text());
  document.title = $(list).find('h2').attr('title');
  $(list).each((i, one) => {
    document.title = $(one).text();
  });
  $(list).appendTo('#guide'); // flow: record -> node
  $('#guide').append($(list).find('p')); // flow: record -> html
  $('#guide').html($(list).text()); // flow: record -> html
  $($(list).text()).appendTo('#guide'); // flow: record -> html-or-selector
  $(memo).appendTo('#guide'); // flow: record -> html-or-selector
  const page = new DOMParser().parseFromString(memo, 'text/html');
  document.title = $(page).find('h2').text();
  $(page.body.firstChild).insertAfter('#guide'); // flow: record -> node
  $(page.body.innerHTML).insertAfter('#guide'); // flow: record -> html-or-selector
  document.title = $($.parseXML(memo)).find('title').text();
  const own = document.createElement('p');
  own.textContent = memo;
  $(own).appendTo('#guide');
});
