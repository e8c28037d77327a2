// What people have written into applications and appointments of Garoon, who uses it, and what its API answers.
const box = document.createElement('aside');
garoon.events.on('workflow.request.detail.show', (event) => {
  const { request } = event;
  for (const code of ['件名', '出張先']) {
    const item = request.items[code] || { value: '' };
    box.innerHTML = `<p>${code}: ${item.value}</p>`; // flow: record -> html
    box.innerHTML = `<i>${item.type}</i>`;
  }
  box.innerHTML = request.items.旅費.value; // flow: record -> html
  box.innerHTML = request.name; // flow: record -> html
  box.innerHTML = request.id;
  box.innerHTML = request.status.type;
  box.innerHTML = request.createdAt;
  return event;
});
garoon.events.on(['schedule.event.detail.show', 'schedule.event.edit.show'], async (event) => {
  box.innerHTML = event.event.subject; // flow: record -> html
  box.innerHTML = event.event.notes.replace(/\n/g, '<br>'); // flow: record -> html
  box.innerHTML = event.event.attendees.map((one) => one.id).join();
  box.innerHTML = event.event.start.dateTime;
  box.innerHTML = event.event.eventType;
  const shown = garoon.schedule.event.get();
  box.innerHTML = shown.companyInfo.name; // flow: record -> html
  box.innerHTML = shown.visibilityType;
  const answer = await garoon.api('/api/v1/schedule/events', 'GET', { fields: 'subject' });
  box.innerHTML = answer.data.events.map((one) => `<li>${one.subject}</li>`).join(''); // flow: record -> html
  box.innerHTML = answer.statusCode;
  garoon.api('/api/v1/schedule/events/1', 'GET', {}, (reply) => {
    box.innerHTML = reply.data.subject; // flow: record -> html
  });
  return event;
});
box.innerHTML = garoon.workflow.request.get().items.備考.value; // flow: record -> html
const { name, id } = garoon.base.user.getLoginUser();
box.innerHTML = name; // flow: user -> html
box.innerHTML = id;
garoon.base.proxy.send('mail', 'https://example.com/', 'GET', {}, {}).then((got) => {
  box.innerHTML = got[0]; // flow: response -> html
});
