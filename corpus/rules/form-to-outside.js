// A form that hands what is filled in to another site.
const form = document.createElement('form');
form.action = 'https://forms.example.net/post'; // expect: form-to-outside
const own = document.createElement('form');
own.action = '/k/v1/post';

// The same with jQuery, by itself, with others, and with a name of its own.
const boxed = $('<form method="post"></form>');
boxed.attr('action', 'https://forms.example.net/post'); // expect: form-to-outside
boxed.prop('action', 'https://forms.example.net/post'); // expect: form-to-outside
boxed.attr({ method: 'post', action: 'https://forms.example.net/post' }); // expect: form-to-outside
boxed.attr('action', '/k/v1/post');
boxed.attr({ method: 'post' });
boxed.attr('title', 'https://forms.example.net/post');
