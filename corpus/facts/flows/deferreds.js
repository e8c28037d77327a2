// Promises of several values: their own functions handed on, lists and answers that come out of them.
jQuery(function ($) {
  function record(app, id) {
    var d = $.Deferred();
    kintone.api(kintone.api.url('/k/v1/record', true), 'GET', { app: app, id: id }, d.resolve, d.reject);
    return d.promise();
  }
  function comments(app, id) {
    var d = $.Deferred();
    kintone.api(kintone.api.url('/k/v1/record/comments', true), 'GET', { app: app, record: id }, function (resp) {
      d.resolve(resp.comments);
    });
    return d.promise();
  }
  function names() {
    var d = $.Deferred();
    setTimeout(d.resolve, 10);
    return d;
  }
  record(1, 2).done(function (resp) {
    $('#a').html(resp.record.略称.value); // flow: record -> html
    $('#b').text(resp.record.略称.value);
  });
  $.when(record(1, 10), record(2, 20), names()).then(function (a, b, other) {
    $('#a').html(a.record.略称.value); // flow: record -> html
    $('#b').html([a, b].map(function (x) { return x.record.略称.value; })[1]); // flow: record -> html
    $('#c').html(other);
  });
  $.when.apply($, [record(1, 10), names()]).done(function () {
    $('#a').html(arguments[0].record.略称.value); // flow: record -> html
    $('#b').html(arguments[1]);
  });
  comments(1, 2).done(function (list) {
    $.each(list, function (i, c) {
      $('#a').html(c.text); // flow: record -> html
      $('#a').html(i);
      $('#a').text(c.text);
    });
  });
  kintone.events.on('app.record.detail.show', function (event) {
    var both = $.Deferred();
    both.done(function (kind, text) {
      $('#a').html(kind);
      $('#a').html(text); // flow: record -> html
    });
    both.resolveWith(this, ['x', event.record.備考.value]);
    var slow = $.Deferred();
    slow.progress(function (text) {
      $('#a').html(text); // flow: record -> html
    }).done(function (text) {
      $('#a').html(text);
    });
    slow.notify(event.record.備考.value);
    slow.resolve('x');
    var handed = $.Deferred(), finish = handed.resolve;
    handed.then(function (text) {
      $('#a').html(text); // flow: record -> html
    });
    finish(event.record.備考.value);
    return event;
  });
});
