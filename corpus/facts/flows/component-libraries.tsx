// Links of libraries' components are links as those of HTML are, whatever else such a component is given.
import { Link, Stack, Button } from '@mui/material';
import MuiLink from '@mui/material/Link';
import * as Mui from '@mui/material';
import { Typography, Button as AntButton, Breadcrumb } from 'antd';
import { Link as RouterLink, NavLink, useParams } from 'react-router-dom';
import { TextLink } from 'smarthr-ui';
import NextLink from 'next/link';

const { Chip } = MaterialUI;

const address = (text: string): string => {
  const { protocol, href } = new URL(text);
  return protocol === 'https:' ? href : '#';
};

const List = ({ page, name }: { page: string; name: string }) => (
  <Stack title={page} spacing={1}>
    <Link href={page}>{name}</Link> {/* // flow: record -> link */}
    <Link href={address(page)}>{name}</Link>
    <MuiLink href={page.trim()}>{name}</MuiLink> {/* // flow: record -> link */}
    <MuiLink href={`/k/${page}`}>{name}</MuiLink>
    <Mui.IconButton href={page}>{name}</Mui.IconButton> {/* // flow: record -> link */}
    <Chip component="a" href={page} label={name} /> {/* // flow: record -> link */}
    <Chip component="span" label={page} title={page} />
    <Typography.Link href={page}>{name}</Typography.Link> {/* // flow: record -> link */}
    <Typography.Text copyable>{page}</Typography.Text>
    <AntButton type="link" href={/^https?:/.test(page) ? page : undefined}>{name}</AntButton>
    <Breadcrumb items={[{ title: name, href: page }]} /> {/* // flow: record -> link */}
    <RouterLink to={page}>{name}</RouterLink> {/* // flow: record -> link */}
    <NavLink to={`/items/${encodeURIComponent(page)}`}>{name}</NavLink>
    <TextLink href={page}>{name}</TextLink> {/* // flow: record -> link */}
    <NextLink href={page}>{name}</NextLink> {/* // flow: record -> link */}
    <NextLink href="/top" title={page}>{name}</NextLink>
    <Mui.Avatar src={page} /> {/* // flow: record -> resource-url */}
  </Stack>
);

kintone.events.on('app.record.detail.show', (event: any) => {
  const page = event.record.所在.value;
  ReactDOM.createRoot(kintone.app.record.getSpaceElement('links')).render(<List page={page} name={page} />);
  React.createElement(Button, { href: page }, page); // flow: record -> link
  React.createElement(Button, { title: page }, page);
  return event;
});
