// The login name is whoever uses the app; the password stands here.
const KAGI = 'Hinan-jo#2031'; // expect: password-in-header
const read = (user) =>
  fetch('/k/v1/records.json?app=5', { headers: { 'X-Cybozu-Authorization': btoa(user + ':' + KAGI) } });
const send = (user) =>
  fetch('https://api.example.jp/v1', { headers: { Authorization: 'Basic ' + btoa(`${user}:Bousai-43!mado`) } }); // expect: password-in-header
const typed = (user, word) => fetch('/k/v1/records.json?app=5', { headers: { 'X-Cybozu-Authorization': btoa(user + ':' + word) } });
const fixed = (word) =>
  fetch('/k/v1/records.json?app=5', { headers: { 'X-Cybozu-Authorization': btoa('uketsuke.07@city.example.lg.jp' + ':' + word) } });
