// A function does what its parameters tell it: each constant that decides is looked at by itself.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  function label(mode, text) {
    if (mode === 'html') el.innerHTML = text;
    else el.textContent = text;
  }
  label('text', v);
  label('html', 'x');
  function write(mode, text) {
    if (mode === 'html') el.innerHTML = text; // flow: record -> html
    else el.textContent = text;
  }
  write('html', v);
  write('text', 'x');
  const made = (text, asIs) => (asIs ? text : text.length);
  el.innerHTML = made(v, false) + made('x', true);
  el.innerHTML = made(v, true); // flow: record -> html
  function chosen(kind, text) {
    switch (kind) {
      case 'whole':
        return text;
      default:
        return '';
    }
  }
  el.innerHTML = chosen('none', v) + chosen('whole', 'x');
  el.innerHTML = chosen('whole', v); // flow: record -> html
  const act = (action) => {
    if (action.type === 'html') el.innerHTML = action.text;
  };
  act({ type: 'text', text: v });
  act({ type: 'html', text: 'x' });
  const take = ({ type, text }) => {
    if (type === 'html') el.innerHTML = text;
  };
  take({ type: 'text', text: v });
  take({ type: 'html', text: 'x' });
  const taken = ({ type, text }) => {
    if (type === 'html') el.innerHTML = text; // flow: record -> html
  };
  taken({ type: 'html', text: v });
  Object.entries({ memo: v, title: 'x' }).forEach(([name, value]) => {
    if (name === 'title') el.innerHTML = value;
  });
  Object.entries({ memo: v, title: 'x' }).forEach(([name, value]) => {
    if (name === 'memo') el.innerHTML = value; // flow: record -> html
  });
  const forms = { count: (text) => text.length, whole: (text) => text };
  [{ code: '件名', form: 'count' }].forEach(({ code, form }) => {
    el.innerHTML = forms[form](event.record[code].value);
  });
  [{ code: '件名', form: 'whole' }].forEach(({ code, form }) => {
    el.innerHTML = forms[form](event.record[code].value); // flow: record -> html
  });
  return event;
});
// The same for what each() of a library is given.
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const $row = $('<div>');
  $.each({ memo: v, title: 'x' }, function (name, value) {
    if (name === 'memo') { return true; }
    $row.append('<b>' + value + '</b>');
  });
  $.each({ memo: v, title: 'x' }, function (name, value) {
    if (name === 'title') { return true; }
    $row.append('<b>' + value + '</b>'); // flow: record -> html
  });
  _.forEach({ memo: v, title: 'x' }, (value, name) => {
    if (name !== 'memo') $row.append('<b>' + value + '</b>');
  });
  _.forEach({ memo: v, title: 'x' }, (value, name) => {
    if (name === 'memo') $row.append('<b>' + value + '</b>'); // flow: record -> html
  });
  // An object whose property decides may come by a detour.
  const reducer = (state, action) => {
    switch (action.type) {
      case 'title':
        return { ...state, title: action.payload };
      case 'note':
        return { ...state, note: action.payload };
      default:
        return state;
    }
  };
  const store = (state) => ({ send: (action) => { state = reducer(state, action); }, get: () => state });
  const noted = store({ title: 'x', note: '' });
  noted.send({ type: 'note', payload: v });
  $row.html(noted.get().title);
  const titled = store({ title: 'x', note: '' });
  titled.send({ type: 'title', payload: v });
  $row.html(titled.get().title); // flow: record -> html
  return event;
});
