(() => {
  'use strict';
  const 合言葉 = 'yamagoya31'; // expect: password-in-code
  const settings = { adminPasscode: 'Tanigawa!55', passphraseLabel: '合言葉を入力 1' }; // expect: password-in-code
  const 合言葉の説明 = 'step-2';
  document.title = [合言葉, settings, 合言葉の説明].join();
})();
