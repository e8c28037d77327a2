// A page of another site is shown inside the app.
const frame = document.createElement('iframe');
frame.src = 'https://board.example.net/embed'; // expect: outside-page-embedded
const own = document.createElement('iframe');
own.src = '/k/12/';
