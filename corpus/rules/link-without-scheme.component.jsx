import { createRoot } from 'react-dom/client';

const Links = ({ url, name }) => (
  <nav>
    <a href={url}>{name}</a> {/* // expect: link-without-scheme */}
    <a href={/^https?:\/\//.test(url) ? url : '#'}>{name}</a>
    <a href={'https://example.jp/?q=' + encodeURIComponent(name)}>{name}</a>
    <form action={url} /> {/* // expect: link-without-scheme */}
  </nav>
);

kintone.events.on('app.record.detail.show', (event) => {
  const { リンク: link, 名前: name } = event.record; // source: link-without-scheme
  createRoot(kintone.app.record.getSpaceElement('links')).render(<Links url={link.value} name={name.value} />);
  return event;
});
