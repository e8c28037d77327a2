// Style text that loads something from another site.
const style = document.createElement('style');
style.textContent = '.note { background: url(https://images.example.net/back.png); }'; // expect: style-text-to-outside
const plain = document.createElement('style');
plain.textContent = '.note { color: navy; }';
