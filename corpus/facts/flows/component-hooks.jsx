// Hooks of further libraries: what was fetched, what the user typed, what components share.
import { useCallback, useMemo } from 'react';
import DOMPurify from 'dompurify';
import parse from 'html-react-parser';
import { atom, useAtom, useAtomValue } from 'jotai';
import { useForm } from 'react-hook-form';
import useSWR from 'swr';
import { useQuery } from '@tanstack/react-query';

const fetched = async () => (await kintone.api('/k/v1/record', 'GET', { app: 1, id: 1 })).record;

const Queried = () => {
  const { data, isLoading } = useQuery({ queryKey: ['record'], queryFn: fetched });
  if (isLoading) return <p>...</p>;
  return <p title={data.備考.value} dangerouslySetInnerHTML={{ __html: data.備考.value }} />; // flow: record -> html
};

const Swr = () => {
  const { data, error } = useSWR('/k/v1/record', (path) => kintone.api(path, 'GET', { app: 1, id: 1 }));
  if (error) return <p>{data.record.備考.value}</p>;
  return <p dangerouslySetInnerHTML={{ __html: data.record.備考.value }} />; // flow: record -> html
};

const memoAtom = atom('');
const sizeAtom = atom('<b>x</b>');
const Setting = ({ record }) => {
  const [, setMemo] = useAtom(memoAtom);
  setMemo(record.備考.value);
  return null;
};
const Shared = () => {
  const memo = useAtomValue(memoAtom);
  return <p dangerouslySetInnerHTML={{ __html: memo }} />; // flow: record -> html
};
const Sized = () => {
  const [size] = useAtom(sizeAtom);
  return <p dangerouslySetInnerHTML={{ __html: size }} />;
};

const useClean = (html) => useMemo(() => DOMPurify.sanitize(html), [html]);
const Computed = ({ record }) => {
  const clean = useClean(record.備考.value);
  const shown = useMemo(() => `<b>${record.備考.value}</b>`, [record]);
  const size = useMemo(() => record.備考.value.length, [record]);
  const save = useCallback((text) => DOMPurify.sanitize(text), []);
  return [
    <p dangerouslySetInnerHTML={{ __html: clean }} />,
    <p dangerouslySetInnerHTML={{ __html: shown }} />, // flow: record -> html
    <p dangerouslySetInnerHTML={{ __html: size }} />,
    <p dangerouslySetInnerHTML={{ __html: save(record.備考.value) }} />,
  ];
};

const Typed = () => {
  const { register, handleSubmit } = useForm();
  const show = handleSubmit((given) => {
    document.body.innerHTML = given.memo; // flow: input -> html
  });
  return <form onSubmit={show}><input {...register('memo')} /></form>;
};

const Parsed = ({ record }) => <div>{parse(record.備考.value)}</div>; // flow: record -> html
const Framed = ({ record }) => <iframe src={record.備考.value} />; // flow: record -> frame-url
const Pinned = ({ record }) => <iframe src={`/k/${encodeURIComponent(record.備考.value)}`} />;

kintone.events.on('app.record.detail.show', (event) => {
  const { record } = event;
  render([
    <Queried />, <Swr />, <Computed record={record} />, <Setting record={record} />, <Shared />, <Sized />, <Typed />,
    <Parsed record={record} />, <Framed record={record} />, <Pinned record={record} />,
  ]);
});
