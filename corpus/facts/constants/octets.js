// Texts that are put together out of bytes.
const E = 'aHR0cHM6Ly9weC5leGFtcGxlLm5ldC9h';
const bytes = [104, 116, 116, 112, 115, 58, 47, 47];
const hex = '68747470733a2f2f';
const letters = (text) => new TextDecoder().decode(Uint8Array.from(atob(text), (one) => one.charCodeAt(0)));
reveal(letters('44GC')); // is: "あ"
const made1 = new TextDecoder().decode(Uint8Array.from(atob(E), (one) => one.charCodeAt(0)));
reveal(made1); // is: "https://px.example.net/a"
const made2 = decodeURIComponent(escape(atob('44GC')));
reveal(made2); // is: "あ"
const made3 = new TextDecoder().decode(Uint8Array.of(...bytes));
reveal(made3); // is: "https://"
const made4 = new TextDecoder('utf-8').decode(new Uint8Array(bytes));
reveal(made4); // is: "https://"
const made5 = new TextDecoder().decode(Uint8Array.fromBase64(E));
reveal(made5); // is: "https://px.example.net/a"
const made6 = new TextDecoder().decode(new TextEncoder().encode('a.example'));
reveal(made6); // is: "a.example"
const made7 = Buffer.from(E, 'base64').toString();
reveal(made7); // is: "https://px.example.net/a"
const made8 = Buffer.from(hex, 'hex').toString('utf8');
reveal(made8); // is: "https://"
const made9 = String.fromCharCode.apply(String, new Uint8Array(bytes));
reveal(made9); // is: "https://"
const made10 = Array.from(bytes, (code) => String.fromCodePoint(code)).join('');
reveal(made10); // is: "https://"
const made11 = hex.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
reveal(made11); // is: "https://"
const made12 = decodeURIComponent(hex.replace(/(..)/g, '%$1'));
reveal(made12); // is: "https://"
const made13 = hex.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
reveal(made13); // is: "https://"
const loosened = (text) => {
  const raw = atob(text);
  const list = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) list[i] = raw.charCodeAt(i) ^ 7;
  return new TextDecoder().decode(list);
};
reveal(loosened('b3Nzd3Q9KCg=')); // is: "https://"
const paired = (text) => {
  let out = '';
  for (let i = 0; i < text.length; i += 2) out += String.fromCharCode(parseInt(text.substr(i, 2), 16));
  return out;
};
reveal(paired(hex)); // is: "https://"
