// What the user enters into a form, however the code gets at it.
kintone.events.on('app.record.index.show', () => {
  const el = kintone.app.getHeaderSpaceElement();
  const form = el.querySelector('form');
  const data = new FormData(form);
  el.innerHTML = data.get('memo'); // flow: input -> html
  el.textContent = data.get('memo');
  el.innerHTML = data.getAll('memo').join('<br>'); // flow: input -> html
  for (const [, value] of data) el.innerHTML = value; // flow: input -> html
  const { memo, count } = Object.fromEntries(data);
  el.innerHTML = memo; // flow: input -> html
  el.innerHTML = Number(count);
  el.innerHTML = form.elements.memo.value; // flow: input -> html
  el.innerHTML = form.elements.length;
  el.innerHTML = el.querySelector('input').value; // flow: input -> html
  el.querySelectorAll('input').forEach((each) => {
    el.innerHTML = each.value; // flow: input -> html
    el.title = each.value;
  });
  form.onchange = (event) => {
    el.innerHTML = event.target.value; // flow: input -> html
    el.innerHTML = event.target.tagName;
  };
  el.setAttribute('style', data.get('style')); // flow: input -> css
  el.style.cssText = document.querySelectorAll('.field')[0].querySelector('.part').style.cssText;
  const sent = new FormData();
  sent.append('app', '12');
  el.innerHTML = '<b>x</b>';
});
