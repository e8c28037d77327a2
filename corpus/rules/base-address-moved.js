// A base element decides where every relative address of the page leads.
const base = document.createElement('base');
base.href = 'https://mirror.example.net/'; // expect: base-address-moved
const link = document.createElement('a');
link.href = 'https://mirror.example.net/';
