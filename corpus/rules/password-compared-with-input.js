// 入力されたパスワードとの比較
(() => {
  'use strict';

  const asked = window.prompt('管理者パスワードを入力してください');
  const form = document.forms[0];
  const open = () => document.body.classList.add('open');
  if (asked !== 'Kanri#8842zq') { // expect: password-compared-with-input
    open();
  }
  if (asked === 'cancel' || asked === '') open();
  if (prompt('暗証番号は?') == '4821') open(); // expect: password-compared-with-input
  if (document.getElementById('pw').value === 'yamaneko') open(); // expect: password-compared-with-input
  if ($('#password').val() === 'yamaneko') open(); // expect: password-compared-with-input
  if ($('input[name=pass]').val().trim() === 'yamaneko') open(); // expect: password-compared-with-input
  if (form.elements.pwd.value == 'yamaneko') open(); // expect: password-compared-with-input
  switch (prompt('パスワード:')) {
    case 'yamaneko': // expect: password-compared-with-input
      open();
      break;
    case 'cancel':
      break;
  }
  if (['yamaneko', 'kumanomi'].includes(prompt('合言葉を入力'))) open(); // expect: password-compared-with-input
  const word = 'yamaneko'; // expect: password-compared-with-input
  const typed = prompt('Enter the password:') || '';
  if (typed.trim() === word) open();

  if (prompt('続行するには「はい」と入力してください') === 'yes1234') open();
  if (prompt('受付番号') === 'kanri1234') open();
  if (['blue99', 'red99'].includes(prompt('色を入力'))) open();
  if (chosen('パスワードを再発行しますか') === 'reissue') open();
  if (hash(asked) === '6f1ed002ab5595859014ebf0951522d96f1ed002ab5595859014ebf0951522d9') open();
  if (typeof asked === 'string' && form.name.value === 'kumanomi') open();
  if (form.kind.type === 'password' && form.mode.value === 'password-reset') open();
})();
