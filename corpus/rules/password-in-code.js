(() => {
  'use strict';
  const PASSWORD = 'Himitsu#741'; // expect: password-in-code
  const settings = { dbPassword: 'kanri-2024!' }; // expect: password-in-code
  const labels = { password: 'パスワード', newPassword: '新しいパスワード' };
  const fields = { password: 'login-password', pwd: '#pass1' };
  if (prompt('管理者パスワード') === 'kanri1234') { // expect: password-in-code
    labels.shown = true;
  }
  if (prompt('受付番号') === 'kanri1234') {
    labels.shown = false;
  }
  const typed = document.createElement('input');
  typed.type = 'password';
})();
