// The address of a link in JSX is no request by itself, only where its beginning is fixed and data follows.
kintone.events.on('app.record.detail.show', (event: any) => {
  const page = event.record.関連.value;
  const one = <a href={page}>関連</a>; // flow: record -> link
  const two = <a href={/^https?:\/\//.test(page) ? page : '#'}>関連</a>;
  const three = <a href={`https://a.example/?m=${page}`}>関連</a>; // flow: record -> request-url
  ReactDOM.createRoot(kintone.app.record.getSpaceElement('links')).render([one, two, three]);
  return event;
});
