// Functions that come back from what they were given to: debounced, remembered, wrapped by something unknown.
(function (_) {
  const get = _.memoize(async (app) => {
    const { records } = await kintone.api(kintone.api.url('/k/v1/records.json'), 'GET', { app });
    return records;
  });
  const show = _.throttle((at, text) => { at.innerHTML = text; }, 200); // flow: record -> html
  const told = _.throttle((at, text) => { at.textContent = text; }, 200);
  const later = wrappedByOthers((at, text) => { at.innerHTML = text; }); // flow: record -> html
  const once = wrappedByOthers((at, text) => { at.innerHTML = text; });
  kintone.events.on('app.record.detail.show', async (event) => {
    const space = kintone.app.record.getSpaceElement('x');
    show(space, event.record.備考.value);
    told(space, event.record.備考.value);
    later(space, event.record.備考.value);
    once(space, '読み込んでいます');
    const [first] = await get(3);
    space.innerHTML = first.備考.value; // flow: record -> html
    space.innerHTML = _.reduce(event.record, (html, field) => html + field.value, ''); // flow: record -> html
    space.innerHTML = _.reduce(event.record, (total, field) => total + Number(field.value), 0);
    space.innerHTML = _.find(event.records, (r) => r.済.value === 'はい').備考.value; // flow: record -> html
    return event;
  });
})(window._);
