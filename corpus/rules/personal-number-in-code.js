// The numbers here are made up; those that are told have the right check digit by construction.
(() => {
  'use strict';

  const マイナンバー = '111122223333'; // expect: personal-number-in-code
  const applicant = { name: '見本 太郎', myNumber: '9876-5432-1018' }; // expect: personal-number-in-code

  const first = '333322221117'; // expect: personal-number-in-code - マイナンバー
  // 個人番号の見本
  const second = '444433332224'; // expect: personal-number-in-code

  // 伝票番号の見本
  const third = '111122223333'; // 受付の控え
  const kojinBango = '111122223331';
  const myNumberSample = '000000000000';
  const corporateNumber = '111122223333';
  const orderNumber = '987654321018';
  const myNumberDigits = 12;
  return [マイナンバー, applicant, first, second, third, kojinBango, myNumberSample, corporateNumber, orderNumber, myNumberDigits];
})();
