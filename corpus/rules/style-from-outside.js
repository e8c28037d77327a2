// A style sheet of another site, which may change at any time.
const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = 'https://styles.example.net/theme.css'; // expect: style-from-outside
const own = document.createElement('link');
own.rel = 'stylesheet';
own.href = '/k/theme.css';

// The record decides which style sheet it is, or only which of the app's own.
kintone.events.on('app.record.detail.show', (event) => {
  const theme = document.createElement('link');
  theme.rel = 'stylesheet';
  theme.href = event.record.テーマ.value; // expect: style-from-outside
  const chosen = document.createElement('link');
  chosen.rel = 'stylesheet';
  chosen.href = `/k/themes/${encodeURIComponent(event.record.テーマ.value)}.css`;
  const icon = document.createElement('link');
  icon.rel = 'icon';
  icon.href = event.record.テーマ.value;
  document.head.append(theme, chosen, icon);
});
