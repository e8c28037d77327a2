// Calendars of the plug-in for jQuery that are told of events later.
kintone.events.on('app.record.index.show', () => {
  const box = document.getElementById('detail');
  $('#calendar').fullCalendar({
    events: function (start, end, timezone, callback) {
      const body = { app: kintone.app.getId(), query: '開始 >= "' + start.format() + '"' };
      kintone.api(kintone.api.url('/k/v1/records', true), 'GET', body, function (resp) {
        const events = [];
        resp.records.forEach(function (record) {
          events.push({ title: record.件名.value, start: record.開始.value, state: Number(record.区分.value) });
        });
        callback(events);
      });
    },
    eventAfterRender: function (entry, element) {
      element.html(entry.title); // flow: record -> html // flow: input -> html
      element.html(entry.state);
      element.text(entry.title);
    },
    eventMouseover: function (entry, jsEvent) {
      $('body').append('<div class="tip">' + entry.title + '</div>'); // flow: record -> html // flow: input -> html
      $('body').append('<div class="tip">' + _.escape(entry.title) + '</div>');
    },
    select: function (start) {
      const title = window.prompt('件名');
      $('#calendar').fullCalendar('renderEvent', { title: title, memo: title, start: start });
    },
    eventClick: function (entry) {
      box.innerHTML = entry.memo; // flow: input -> html
    },
  });
});
