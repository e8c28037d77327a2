(() => {
  'use strict';

  const vault = {
    cipher: 'U2FsdGVkX1+9mQ0Zr5x1hV3bTn8WqkY2Lc7fJd4sAoE=',
    phrase: 'honsha-kinko!2024', // expect: fixed-cipher-key
  };
  const open = (each) => CryptoJS.AES.decrypt(each.cipher, each.phrase).toString(CryptoJS.enc.Utf8);
  const sum = (each) => CryptoJS.SHA256(each.cipher + '照合コード').toString();

  const SIGNING = 'ao-matsu-3-chome'; // expect: fixed-cipher-key
  const sign = (text) => CryptoJS.HmacSHA256(text, CryptoJS.enc.Utf8.parse(SIGNING)).toString();

  const imported = () =>
    crypto.subtle.importKey('raw', new TextEncoder().encode('yuki no asa 07'), 'PBKDF2', false, ['deriveKey']); // expect: fixed-cipher-key

  // The key is not in the code.
  const kept = kintone.plugin.app.getConfig(kintone.$PLUGIN_ID);
  const closed = (text) => CryptoJS.AES.encrypt(text, kept.phrase).toString();
  const asked = (text) => CryptoJS.AES.encrypt(text, prompt('合言葉')).toString();
  const blank = (text) => CryptoJS.AES.encrypt(text, 'ここに合言葉を入力').toString();

  kintone.events.on('app.record.detail.show', (event) => {
    const text = event.record.件名.value;
    event.record.照合.value = [open(vault), sum(vault), sign(text), imported(), closed(text), asked(text), blank(text)].join();
    return event;
  });
})();
