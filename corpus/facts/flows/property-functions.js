// The functions behind a property of the platform do what an assignment or a read does, however they are called.
kintone.events.on('app.record.detail.show', (event) => {
  const value = event.record.備考.value;
  const el = document.getElementById('memo');
  const set = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML').set;
  set.call(el, value); // flow: record -> html
  set.call(el, '<b>備考</b>');
  Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML').set.apply(el, [value]); // flow: record -> html
  Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').set.apply(el, [value]);
  Reflect.apply(set, el, [value]); // flow: record -> html
  const put = set.bind(el);
  put(value); // flow: record -> html
  const { set: write } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'srcdoc');
  write.call(el, value); // flow: record -> html
  const all = Object.getOwnPropertyDescriptors(Element.prototype);
  all.innerHTML.set.call(el, value); // flow: record -> html
  all.title.set.call(el, value);
  el.__lookupSetter__('innerHTML').call(el, value); // flow: record -> html
  el.__lookupSetter__('title').call(el, value);
  const own = { title: value, text: '<b>備考</b>' };
  el.innerHTML = Object.getOwnPropertyDescriptor(own, 'title').value; // flow: record -> html
  el.innerHTML = Object.getOwnPropertyDescriptor(own, 'text').value;
  const each = Object.getOwnPropertyDescriptors(own);
  el.innerHTML = each.title.value; // flow: record -> html
  el.innerHTML = each.text.value;
  return event;
});
