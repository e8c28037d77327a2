(() => {
  'use strict';
  const PASSWORD = 'Himitsu#741'; // expect: password-in-code
  const settings = { dbPassword: 'kanri-2024!' }; // expect: password-in-code
  const labels = { password: 'パスワード', newPassword: '新しいパスワード' };
  const fields = { password: 'login-password', pwd: '#pass1' };
  const typed = document.createElement('input');
  typed.type = 'password';
})();
