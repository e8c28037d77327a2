// What is put into elements comes back from them, under the same name alone.
(function ($) {
  kintone.events.on('app.record.detail.show', function (event) {
    var v = event.record.件名.value;
    var $heading = $('<h4>').text(v);
    var $other = $('<h4>').text('x');
    document.body.innerHTML = $heading.text(); // flow: record -> html
    document.body.innerHTML = $heading.html();
    document.body.innerHTML = $other.text();
    var $field = $('<input type="text">').val(v);
    document.body.innerHTML = $field.val(); // flow: record -> html // flow: input -> html
    var $box = $('<i>');
    $box.attr('title', v).data('tip', v);
    document.body.innerHTML = $box.attr('title'); // flow: record -> html
    document.body.innerHTML = $box.attr('alt');
    document.body.innerHTML = $box.data('tip'); // flow: record -> html
    document.body.innerHTML = $box.data('count');
    var item = document.createElement('li');
    item.setAttribute('data-note', v);
    item.setAttribute('data-row-count', '3');
    item.dataset.memo = v;
    item.dataset.size = v.length;
    document.body.innerHTML = item.getAttribute('data-note'); // flow: record -> html
    document.body.innerHTML = item.getAttribute('data-row-count');
    document.body.innerHTML = item.dataset.note; // flow: record -> html
    document.body.innerHTML = item.dataset.rowCount;
    item.addEventListener('click', function (happening) {
      document.body.innerHTML = happening.currentTarget.dataset.memo; // flow: record -> html
      document.body.innerHTML = happening.currentTarget.dataset.size;
      document.body.innerHTML = happening.target.getAttribute('data-note'); // flow: record -> html // flow: input -> html
      document.body.innerHTML = $(happening.target).data('memo'); // flow: record -> html
      document.body.innerHTML = $(happening.target).data('size');
      document.body.innerHTML = $(this).attr('data-memo'); // flow: record -> html
    });
  });
})(jQuery);
// val() gives what was typed only where it is asked, not where it is told what to be.
const $choice = $('#choice');
$choice.append($('<option>').val('').text('-----'));
$choice.html($('#typed').val()); // flow: input -> html
