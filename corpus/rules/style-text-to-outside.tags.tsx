import { Global, css } from '@emotion/react';
import styled, { createGlobalStyle } from 'styled-components';
import { glob } from 'goober';
import { html, css as sheet } from 'lit';

const fonts = css`@import url('https://fonts.example.com/css2?family=BIZ+UDPGothic'); .a { color: red; }`; // expect: style-text-to-outside
const own = css`@import url('/k/fonts.css'); .a { color: red; }`;
const local = css`
  @font-face { font-family: 'BIZ UDPGothic'; src: local('BIZ UDPGothic'); }
  .a { font-family: 'BIZ UDPGothic', sans-serif; }
`;
const Bar = styled.div<{ dense?: boolean }>`background: url(https://img.example.com/${(p) => p.name}.png);`; // expect: style-text-to-outside
const Box = styled(Bar)`padding: ${(p) => (p.dense ? 4 : 12)}px;`;
const All = createGlobalStyle`body { background: url("//img.example.com/a.png"); }`; // expect: style-text-to-outside
const None = createGlobalStyle`body { background: none; } /* ${'https://img.example.com'} */`;
glob`@import "https://fonts.example.com/a.css";`; // expect: style-text-to-outside
const card = css({ backgroundImage: 'url(https://img.example.com/a.png)', color: 'red' }); // expect: style-text-to-outside
const nested = css({ '&:hover': { backgroundImage: 'url(https://img.example.com/a.png)' } }); // expect: style-text-to-outside
const plain = css({ '&:hover': { backgroundImage: 'none' }, content: '"https://img.example.com"' });
const lit = sheet`.a { background: url(https://img.example.com/a.png); }`; // expect: style-text-to-outside
const markup = html`<p>url(https://img.example.com/a.png)</p>`;

export const Header = () => (
  <>
    <Global styles="@import url(https://fonts.example.com/a.css);" /> {/* // expect: style-text-to-outside */}
    <Global styles={local} />
    <style>{'@import url(https://fonts.example.com/a.css);'}</style> {/* // expect: style-text-to-outside */}
    <style>{'.a { color: red; }'}</style>
    <Box className="a" title="url(https://img.example.com/a.png)" />
  </>
);
