import React, { useState, type ReactNode } from 'react';
import { h } from 'vue';
import * as DOMPurify from 'dompurify';

interface Field { value: string }
interface Props { record: Record<string, Field>; children?: ReactNode }

const Row = ({ record }: Props) => <td dangerouslySetInnerHTML={{ __html: record.memo.value }} />; // flow: record -> html
const Text = ({ record }: Props) => <td title={record.memo!.value}>{record.memo.value as string}</td>;
const Clean = ({ record }: Props) => <td dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(record.memo.value) }} />;

function Site(props: Props) {
  const [url, setUrl] = useState<string>('');
  const [note, setNote] = useState('');
  setUrl(props.record.url.value);
  const safe = url.startsWith('https://') ? url : '#';
  return (
    <>
      <a href={url}>{note}</a> {/* // flow: record -> link */}
      <a href={safe}>safe</a>
      <img src={props.record.photo.value} alt={note} /> {/* // flow: record -> resource-url */}
      <form action={url as string} /> {/* // flow: record -> link */}
      <iframe srcDoc={`<p>${props.record.page!.value}</p>`} /> {/* // flow: record -> html */}
      <input value={url} style={{ color: props.record.color.value }} onChange={(e) => setNote(e.target.value)} />
      <output dangerouslySetInnerHTML={{ __html: note }} /> {/* // flow: input -> html */}
    </>
  );
}

const Generic = <T extends Field>({ item, ...rest }: { item: T; title: string }) => <p {...rest}>{item.value}</p>;
const Spread = (given: { dangerouslySetInnerHTML: { __html: string } }) => <p {...given} />;

kintone.events.on('app.record.detail.show', (event: { record: Props['record'] }) => {
  const { record } = event;
  const shown = <Row record={record} />;
  const quiet = <Text record={record}><Clean record={record} /></Text>;
  const site = <Site record={record} />;
  const generic = <Generic<Field> item={record.memo} title="x" />;
  const spread = <Spread dangerouslySetInnerHTML={{ __html: record.memo.value }} />; // flow: record -> html
  React.createElement('div', { dangerouslySetInnerHTML: { __html: record.memo.value } }); // flow: record -> html
  React.createElement('div', { title: record.memo.value }, record.memo.value);
  React.createElement(Spread, { dangerouslySetInnerHTML: { __html: 'fixed' } });
  h('div', { innerHTML: record.memo.value }); // flow: record -> html
  h('div', { title: record.memo.value }, [record.memo.value]);
  return [shown, quiet, site, generic, spread];
});
