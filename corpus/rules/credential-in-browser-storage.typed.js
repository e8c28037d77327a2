// What is typed into an input for passwords, and kept by way of a helper.
(($) => {
  'use strict';

  const store = {
    put: (key, value) => localStorage.setItem(`stock.${key}`, value), // expect: credential-in-browser-storage
    note: (key, value) => localStorage.setItem(`stock.${key}`, value),
  };
  const name = $('<input>', { type: 'text', name: 'loginId' });
  const word = $('<input>', { type: 'password', name: 'pass' });
  $('<button>').on('click', () => {
    store.note('id', name.val());
    store.put('pass', word.val()); // source: credential-in-browser-storage
    word.val('');
  });
  const typed = document.createElement('input');
  typed.type = 'password';
  const shown = document.createElement('input');
  shown.type = 'search';
  shown.addEventListener('change', () => {
    sessionStorage.setItem('a', typed.value); // source: credential-in-browser-storage // expect: credential-in-browser-storage
    sessionStorage.setItem('b', shown.value);
    sessionStorage.setItem('c', $('#login-password').val()); // source: credential-in-browser-storage // expect: credential-in-browser-storage
    sessionStorage.setItem('d', $('#login-name').val());
  });
})(jQuery);
