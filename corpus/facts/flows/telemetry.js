// What a service that watches over programs is told goes to that service, along with the next report.
kintone.events.on('app.record.detail.show', (event) => {
  const { 備考: memo } = event.record;
  const user = kintone.getLoginUser();
  Sentry.withScope((scope) => {
    scope.setUser({ email: user.email }); // flow: user -> request-body
    scope.setExtra('record', event.record); // flow: record -> request-body
    scope.setTag('screen', 'detail');
    Sentry.captureException(new Error('x')); // flow: user -> request-body // flow: record -> request-body
  });
  Sentry.addBreadcrumb({ message: 'x' });
  DD_RUM.addAction('opened', { memo: memo.value }); // flow: record -> request-body
  DD_RUM.addAction('opened', { count: 1 });
  LogRocket.identify(user.code, { name: user.name }); // flow: user -> request-body
  newrelic.addPageAction('opened', { count: 1 });
  appInsights.trackEvent({ name: 'opened', properties: { memo: memo.value } }); // flow: record -> request-body
  posthog.capture('opened', { memo: memo.value }); // flow: record -> request-body
  amplitude.getInstance().logEvent('opened', { memo: memo.value }); // flow: record -> request-body
  Bugsnag.notify(new Error('x'), (report) => {
    report.addMetadata('record', event.record); // flow: record -> request-body
  });
  return event;
});
