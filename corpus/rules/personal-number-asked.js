// What a page asks for is entered, whatever the field is called.
(() => {
  'use strict';

  const note = document.createElement('p');
  note.textContent = 'マイナンバー(12桁)を半角数字で入力してください'; // expect: personal-number-asked
  const input = document.createElement('input');
  input.placeholder = '個人番号を入力'; // expect: personal-number-asked
  input.title = 'Please enter your My Number.'; // expect: personal-number-asked
  const form = document.createElement('form');
  form.innerHTML =
    '<p>郵便番号を入力してください。</p><label>氏名と個人番号を必ずご記入ください。<input name="n"></label>'; // expect: personal-number-asked
  alert('マイナンバーカードの番号は、' + 'ハイフンなしで登録をお願いします'); // expect: personal-number-asked
  const required = { message: '個人番号は必須項目です' }; // expect: personal-number-asked

  const refused = [
    'マイナンバーを入力しないでください',
    'マイナンバーは登録できません',
    'マイナンバーは記載不要です。',
    '個人番号の記載のない住民票を提出してください',
    'マイナンバーを黒塗りにしてから添付してください',
    '個人番号は入力せず、空欄のまま登録してください',
    'マイナンバーを入力していただく必要はありません',
    'マイナンバーが入力されています。削除してください',
    'マイナンバーカードを提示してください',
    'マイナンバーカードの有効期限を入力してください',
    'マイナンバーの入力欄はありません',
    'マイナンバーの登録日',
    '個人番号通知',
    'マイナンバーの提供',
    'マイナンバー制度の担当課を入力してください',
    'Do not enter your My Number.',
  ];
  return { note, input, form, required, refused };
})();
