// What React's and Preact's compilers make of JSX, as it stands in a file before it is bundled.
import { jsx as _jsx, jsxs as _jsxs } from 'react/jsx-runtime';
import { useState } from 'react';

const Row = ({ html }) => _jsx('td', { dangerouslySetInnerHTML: { __html: html } }); // flow: record -> html
const Cell = ({ text }) => _jsxs('td', { title: text, children: [text, _jsx('b', { children: text })] });

kintone.events.on('app.record.detail.show', (event) => {
  const memo = event.record.memo.value;
  const [kept, keep] = useState(null);
  keep(memo);
  _jsx(Row, { html: memo });
  _jsx(Cell, { text: memo });
  _jsx('a', { href: kept, children: 'go' }); // flow: record -> link
  _jsx('a', { href: 'https://example.jp/?q=' + encodeURIComponent(memo), children: memo });
  return event;
});

(function (r) {
  kintone.events.on('app.record.detail.show', function (event) {
    (0, r.jsx)('div', { dangerouslySetInnerHTML: { __html: event.record.memo.value } }); // flow: record -> html
    r.createElement('div', { dangerouslySetInnerHTML: { __html: event.record.memo.value } }); // flow: record -> html
    r.createElement('div', { title: event.record.memo.value });
  });
})(window.__modules[294]);
