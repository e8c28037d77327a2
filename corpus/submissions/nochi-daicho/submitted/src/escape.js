/** 画面に出す文字をHTMLの文字参照に置き換える */
const 置き換え = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (value) => String(value ?? '').replace(/[&<>"']/g, (letter) => 置き換え[letter]);

/** kintoneのクエリの中の文字列に使う */
export const escapeQuery = (value) => String(value ?? '').replace(/\\/g, '\\\\').replace(/"/g, '\\"');
