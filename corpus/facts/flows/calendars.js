// Calendars: what an event was given comes back to the functions that are told of it.
kintone.events.on('app.record.index.show', (event) => {
  const box = kintone.app.getHeaderSpaceElement();
  const toEvent = (record) => ({
    title: record.件名.value,
    url: record.資料.value,
    start: record.開始.value,
    extendedProps: { room: record.会議室.value, count: Number(record.人数.value) },
  });
  const events = event.records.map(toEvent);
  const shown = new FullCalendar.Calendar(box, { // flow: record -> link
    events,
    eventClick: (info) => {
      box.innerHTML = '<b>' + info.event.title + '</b>'; // flow: record -> html
      box.innerHTML = '<b>' + info.event.extendedProps.room + '</b>'; // flow: record -> html
      box.innerHTML = '<b>' + info.event.extendedProps.count + '</b>';
      box.innerHTML = '<b>' + info.view.title + '</b>';
      box.textContent = info.event.title;
    },
    eventContent: (arg) => ({ html: '<i>' + arg.event.title + '</i>' }), // flow: record -> html
    eventDidMount({ el, event: entry }) {
      el.title = entry.title;
      el.innerHTML = entry._def.extendedProps.room; // flow: record -> html
    },
    views: { day: { eventDidMount: (info) => (info.el.innerHTML = info.event.title) } }, // flow: record -> html
    dateClick: (info) => {
      box.innerHTML = info.dateStr;
    },
  });
  shown.on('eventMouseEnter', (info) => {
    box.innerHTML = info.event.title; // flow: record -> html
    box.textContent = info.event.title;
  });
  box.innerHTML = shown.getEvents().map((entry) => '<li>' + entry.extendedProps.room + '</li>').join(''); // flow: record -> html
  box.innerHTML = shown.getEvents().length;

  new FullCalendar.Calendar(box, {
    resources: event.records.map((record) => ({ id: record.$id.value, title: record.会議室.value })),
    resourceLabelDidMount: (info) => {
      info.el.innerHTML = '<b>' + info.resource.title + '</b>'; // flow: record -> html
      info.el.textContent = info.resource.title;
    },
  }).render();
  new FullCalendar.Calendar(box, {
    events: [{ title: '休館日', start: '2026-01-01' }],
    eventContent: (arg) => ({ html: '<b>' + arg.event.title + '</b>' }),
    eventClick: (info) => {
      box.innerHTML = info.event.title;
    },
  }).render();
  new FullCalendar.Calendar(box, {
    events: event.records.map((record) => ({ title: record.件名.value })),
    eventContent: (arg) => ({ html: '<b>' + _.escape(arg.event.title) + '</b>' }),
    eventDidMount: (info) => info.el.setAttribute('title', info.event.title),
  }).render();
  return event;
});

kintone.events.on('app.record.index.show', () => {
  const box = kintone.app.getHeaderSpaceElement();
  const load = (from) => kintone.api(kintone.api.url('/k/v1/records.json', true), 'GET', { app: 8, query: from });
  const asked = new FullCalendar.Calendar(box, {
    events(info, success, failure) {
      load('').then((answer) => success(answer.records.map((r) => ({ title: r.件名.value, memo: r.備考.value })))).catch(failure);
    },
    eventDidMount(info) {
      info.el.querySelector('.fc-event-title').innerHTML = info.event.title; // flow: record -> html
      info.el.querySelector('.fc-event-title').innerHTML = info.event.extendedProps.memo; // flow: record -> html
      info.el.querySelector('.fc-event-title').textContent = info.event.extendedProps.memo;
    },
  });
  asked.render();
  const promised = new FullCalendar.Calendar(box, {
    events: async () => (await load('')).records.map((r) => ({ title: r.件名.value })),
    eventContent: ({ event: entry }) => ({ html: entry.title }), // flow: record -> html
  });
  promised.render();
  const added = new FullCalendar.Calendar(box, {
    eventClick: ({ event: entry }) => {
      box.innerHTML = entry.title; // flow: record -> html
    },
  });
  const empty = new FullCalendar.Calendar(box, {
    eventClick: ({ event: entry }) => {
      box.innerHTML = entry.title;
    },
  });
  load('').then((answer) => {
    answer.records.forEach((r) => added.addEvent({ title: r.件名.value, start: r.開始.value }));
    empty.addEvent({ title: '点検', start: '2026-04-01' });
  });
});

class Schedule {
  constructor(records, place) {
    this.place = place;
    this.calendar = new FullCalendar.Calendar(place, {
      events: { events: records.map((r) => ({ title: r.件名.value })) },
      eventClick: this.show.bind(this),
      eventDrop: ({ oldEvent }) => (place.innerHTML = oldEvent.title), // flow: record -> html
    });
  }

  show(info) {
    this.place.innerHTML = info.event.title; // flow: record -> html
    this.place.textContent = info.event.title;
  }
}
kintone.events.on('app.record.index.show', (event) => {
  new Schedule(event.records, kintone.app.getHeaderSpaceElement()).calendar.render();
  return event;
});

// Up to version 3
kintone.events.on('app.record.index.show', (event) => {
  const box = document.getElementById('detail');
  $('#calendar').fullCalendar({ // flow: record -> link
    events: event.records.map((record) => ({ title: record.件名.value, url: record.資料.value })),
    eventRender: function (entry, element) {
      element.find('.fc-title').html('<b>' + entry.title + '</b>'); // flow: record -> html
      element.find('.fc-title').append('<b>' + entry.title + '</b>'); // flow: record -> html
      element.find('.fc-title').append($('<b>').text(entry.title));
      element.attr('title', entry.title);
    },
    eventClick: function (entry) {
      box.innerHTML = entry.title; // flow: record -> html
      box.innerText = entry.title;
      return false;
    },
    dayClick: function (date) {
      box.innerHTML = date.format();
    },
  });
  return event;
});
