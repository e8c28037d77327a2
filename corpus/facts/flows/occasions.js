// What is announced by name reaches those who listen to that name.
class Store extends EventTarget {
  publish(name, text) {
    this.dispatchEvent(new CustomEvent(name, { detail: { text } }));
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  const store = new Store();
  store.addEventListener('changed', (e) => {
    el.innerHTML = e.detail.text; // flow: record -> html
    el.innerHTML = e.type;
  });
  store.publish('changed', v);
  const quiet = new Store();
  quiet.addEventListener('changed', (e) => {
    el.innerHTML = e.detail.text;
  });
  quiet.publish('changed', 'x');
  window.addEventListener('app:text', ({ detail }) => {
    el.innerHTML = detail; // flow: record -> html
  });
  window.addEventListener('app:html', ({ detail }) => {
    el.innerHTML = detail;
  });
  window.dispatchEvent(new CustomEvent('app:text', { detail: v }));
  window.dispatchEvent(new CustomEvent('app:html', { detail: 'x' }));
});
jQuery(function ($) {
  kintone.events.on('app.record.edit.show', function (event) {
    var v = event.record['件名'].value;
    var $box = $('<div/>');
    $box.on('memo:draw', function (e, html, text) {
      $box.html(html);
      $box.html(text); // flow: record -> html
    });
    $box.trigger('memo:draw', ['x', v]);
    $box.on('memo:clear.own', function (e, html) {
      $box.html(html); // flow: record -> html
    });
    $box.trigger('memo:clear', v);
    $.each([v], function (i, text) {
      $box.append(i);
      $box.append(text); // flow: record -> html
      $box.append(String(this)); // flow: record -> html
    });
    $.each({ a: v }, function (key, text) {
      $box.append(key);
      $box.append(text); // flow: record -> html
    });
    $box.html($.map([v], function (text, i) { return i; }).join(''));
    $box.html($.map([v], function (text) { return text; }).join('')); // flow: record -> html
    $box.html($('li').map(function () { return v; }).get().join('')); // flow: record -> html
    $box.html($('li').map(function (i) { return i; }).get().join(''));
    var merged = $.extend({}, { a: v }, { a: undefined });
    $box.html(merged.a); // flow: record -> html
    var hidden = $.extend({}, { a: v }, { a: 'x' });
    $box.html(hidden.a);
    $box.data('text', v).data('kind', 'x');
    $box.html($box.data('kind'));
    $box.html($box.data('text')); // flow: record -> html
    var d = $.Deferred();
    d.done(function (state, note) {
      $box.html(state);
      $box.html(note); // flow: record -> html
    }).fail(function (why) {
      $box.html(why);
    });
    d.resolve('x', v);
    var lost = $.Deferred();
    lost.promise().then(function (text) {
      $box.html(text);
    }, function (why) {
      $box.html(why); // flow: record -> html
    });
    lost.reject(v);
    $.when(d, 'x').done(function (one, other) {
      $box.html(other);
    });
    $.when('x', v).then(function (one, other) {
      $box.html(one);
      $box.html(other); // flow: record -> html
    });
    return event;
  });
  $.fn.banner = function (options) {
    this.html(options.text); // flow: record -> html
    return this;
  };
  kintone.events.on('app.record.create.show', function (event) {
    $('#a').banner({ text: event.record['件名'].value });
  });
});
