// Constants through variables, properties, functions and look-ups.
const host = 'example.jp';
const CONFIG = { api: { host: 'api.' + host, path: '/v1' }, list: ['x', 'y'] };
reveal('https://' + CONFIG.api.host + CONFIG.api.path); // is: "https://api.example.jp/v1"
reveal(CONFIG['li' + 'st'][1]); // is: "y"
const words = ['get', 'post', 'eval'];
const word = (i) => words[i];
reveal(words[2]); // is: "eval"
function url(path) {
  return 'https://' + host + path;
}
reveal(url('/a')); // is: "https://example.jp/a"
let changing = 'a';
reveal(changing); // is: "a"
changing = 'b';
reveal(changing); // is: "b"
const either = Math.random() > 0.5 ? 'https://a.example/x' : 'https://a.example/y';
reveal(either); // is: "https://a.example/"...""
reveal('https://' + unknown + '/api'); // is: "https://"..."/api"
reveal(`https://${host}/${unknown}`); // is: "https://example.jp/"...""
reveal(unknown.replace('a', 'b')); // is: ""...""
reveal(unknown); // is: ""...""
