// Further names of passwords, and the fields of a form that hold one.
(() => {
  'use strict';

  const form = document.getElementById('login');
  form.addEventListener('submit', () => {
    localStorage.setItem('user.pwd', form.elements.second.value); // expect: credential-kept-by-name
    localStorage.setItem('pass', form.elements.second.value); // expect: credential-kept-by-name
    localStorage.setItem('暗証番号', form.elements.third.value); // expect: credential-kept-by-name
    localStorage.setItem('userPasscode', form.elements.third.value); // expect: credential-kept-by-name
    localStorage.setItem('a', form.elements.pass.value); // source: credential-in-browser-storage // expect: credential-in-browser-storage
    localStorage.setItem('b', form.pwd.value); // source: credential-in-browser-storage // expect: credential-in-browser-storage
    localStorage.setItem('bypass', form.elements.second.value);
    localStorage.setItem('pins', form.elements.second.value);
    localStorage.setItem('keep', form.elements.keep.checked);
  });
})();
