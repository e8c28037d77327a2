import { Link, Stack } from '@mui/material';
import { Button } from 'react-bootstrap';

const normalize = (url) => url.trim();
const checked = (url) => (new URL(url).protocol === 'https:' ? url : '#');

const Links = ({ items }) => (
  <Stack>
    {items.map(({ url, name }) => (
      <li key={name}>
        <Link href={normalize(url)} rel="noopener">{name}</Link> {/* // expect: link-without-scheme */}
        <Button href={url} variant="link">{name}</Button> {/* // expect: link-without-scheme */}
        <Link href={checked(url)} rel="noopener">{name}</Link>
        <Button title={url} variant="link">{name}</Button>
      </li>
    ))}
  </Stack>
);

kintone.events.on('app.record.detail.show', (event) => {
  const items = event.record.資料.value.map((row) => ({ url: row.value.所在.value, name: row.value.名前.value })); // source: link-without-scheme
  ReactDOM.createRoot(kintone.app.record.getSpaceElement('links')).render(<Links items={items} />);
  return event;
});
