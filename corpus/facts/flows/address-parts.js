// Parts of an address: only its host, or all of it, decide where it leads.
const named = new URLSearchParams(location.search).get('h');
const list = new URL('/k/1/', location.href);
list.searchParams.set('q', named);
location.href = list;
const shown = new URL('https://www.example.lg.jp/annai');
shown.searchParams.append('page', named);
shown.hash = named;
location.assign(shown.toString());
const path = new URL('https://www.example.lg.jp/annai');
path.pathname = '/' + named;
path.port = named;
path.protocol = named;
window.open(path);
const again = new URL(location.href);
again.searchParams.set('tab', '1');
location.replace(again);
const other = new URL('https://www.example.lg.jp/annai');
other.hostname = named;
location.replace(other); // flow: url -> navigation
const host = new URL('https://www.example.lg.jp/annai');
host.host = named;
location.replace(host.toString()); // flow: url -> navigation
const given = new URL(named);
given.searchParams.set('tab', '1');
location.replace(given); // flow: url -> navigation
location.host = named; // flow: url -> navigation
location.hostname = named; // flow: url -> navigation
location.port = named;
location.search = named;
location.protocol = named;
