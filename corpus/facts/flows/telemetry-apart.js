// A report that is told nothing of records holds none.
kintone.events.on('app.record.detail.show', (event) => {
  Sentry.withScope((scope) => {
    scope.setTag('screen', 'detail');
    scope.setExtra('count', 1);
    Sentry.captureException(new Error('x'));
  });
  Sentry.captureMessage(event.record.備考.value); // flow: record -> request-body
  return event;
});
