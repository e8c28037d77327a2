// A style sheet of another site, which may change at any time.
const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = 'https://styles.example.net/theme.css'; // expect: style-from-outside
const own = document.createElement('link');
own.rel = 'stylesheet';
own.href = '/k/theme.css';
