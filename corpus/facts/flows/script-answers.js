// What is asked for as a script runs when it comes: where it comes from has to be fixed.
(() => {
  const from = new URLSearchParams(location.search).get('theme');
  const common = { cache: true };
  $.ajax({ url: from, dataType: 'script' }); // flow: url -> script-url
  $.ajax(from, { dataType: 'script' }); // flow: url -> script-url
  $.ajax($.extend({}, common, { url: from, dataType: 'script' })); // flow: url -> script-url
  $.ajax({ url: from, dataType: 'jsonp' }); // flow: url -> script-url
  $.get(from, {}, () => {}, 'script'); // flow: url -> script-url
  $.ajax({ url: '/k/theme.js', data: { name: from }, dataType: 'script' });
  $.ajax({ url: from, dataType: 'json' });
  $.ajax({ url: from });
  $.get(from, {}, () => {}, 'json');
})();
