// A style that a program writes holds what it is made of as it is; numbers and what was chosen from a list do no harm.
import { Global, css, keyframes } from '@emotion/react';
import styled, { createGlobalStyle } from 'styled-components';
import { glob, css as small } from 'goober';
import { unsafeCSS, css as litCss } from 'lit';

const COLOURS = { 赤: 'red', 青: 'blue' };

kintone.events.on('app.record.index.show', (event: any) => {
  const colour = event.records[0].色.value;
  css`.a { color: ${colour}; }`; // flow: record -> css
  css`.a { color: ${COLOURS[colour] ?? 'black'}; }`;
  css`.a { width: ${Number(colour)}px; }`;
  css({ color: colour }); // flow: record -> css
  css({ color: colour === '赤' ? 'red' : 'blue' });
  keyframes`from { color: ${colour}; }`; // flow: record -> css
  glob`.a { color: ${colour}; }`; // flow: record -> css
  small`.a { color: ${COLOURS[colour]}; }`;
  createGlobalStyle`.a { color: ${colour}; }`; // flow: record -> css
  const Bar = styled.div`border-color: ${colour};`; // flow: record -> css
  const Foo = styled(Bar)`padding: ${(p) => (p.dense ? 4 : 12)}px;`;
  styled.div.attrs({ title: colour })`color: ${colour};`; // flow: record -> css
  litCss`.a { color: ${unsafeCSS(colour)}; }`; // flow: record -> css
  const sheet = <Global styles={`.a { color: ${colour}; }`} />; // flow: record -> css
  const page = <Foo title={colour}>{colour}</Foo>;
  return event;
});
