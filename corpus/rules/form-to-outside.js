// A form that hands what is filled in to another site.
const form = document.createElement('form');
form.action = 'https://forms.example.net/post'; // expect: form-to-outside
const own = document.createElement('form');
own.action = '/k/v1/post';
