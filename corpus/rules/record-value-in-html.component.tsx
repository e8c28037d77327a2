import { createRoot } from 'react-dom/client';
import { useEffect, useState } from 'react';
import DOMPurify from 'dompurify';

type Notice = { body: string; sanitized?: boolean };

enum Code {
  Notice = 'お知らせ',
}

export const NoticeView = ({ body }: Notice): JSX.Element => (
  <section>
    <h2>{body}</h2>
    <div dangerouslySetInnerHTML={{ __html: body }} /> {/* // expect: record-value-in-html */}
    <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(body) }} />
  </section>
);

const Preview = <T extends Notice>(props: { first: T }) => {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => setShown(props.first.body), [props.first]);
  return <iframe title={shown ?? ''} srcDoc={shown!} />; // expect: record-value-in-html
};

kintone.events.on('app.record.detail.show', (event: kintone.events.Event) => {
  const body = event.record[Code.Notice]!.value as string; // source: record-value-in-html
  const space = kintone.app.record.getSpaceElement('notice') as HTMLElement;
  createRoot(space).render(
    <>
      <NoticeView body={body} />
      <Preview<Notice> first={{ body }} />
    </>,
  );
  return event;
});
