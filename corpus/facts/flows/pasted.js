// What is pasted or dropped, as jQuery's events hand it on.
$('#memo').on('paste', (e) => {
  e.preventDefault();
  const pasted = e.originalEvent.clipboardData.getData('text/html');
  $('#memo').append(pasted); // flow: input -> html
  $('#memo').append(document.createTextNode(pasted));
});
$('#board').on('drop', '.lane', ({ originalEvent }) => {
  $('#board').html(originalEvent.dataTransfer.getData('text/plain')); // flow: input -> html
  $('#board').text(originalEvent.dataTransfer.getData('text/plain'));
});
