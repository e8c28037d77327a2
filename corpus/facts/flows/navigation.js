// All ways to go somewhere else.
const next = new URLSearchParams(location.search).get('next');
location.assign(next); // flow: url -> navigation
location.replace(next); // flow: url -> navigation
window.location = next; // flow: url -> navigation
document.location = next; // flow: url -> navigation
document.location.href = next; // flow: url -> navigation
self.location.href = next; // flow: url -> navigation
top.location.href = next; // flow: url -> navigation
parent.location = next; // flow: url -> navigation
window['location'] = next; // flow: url -> navigation
location['href'] = next; // flow: url -> navigation
location.hash = next;
location.search = next;
location.pathname = next;
location.hash = '#' + next;
window.open(next, '_self'); // flow: url -> opened-freely // flow: url -> opened
window.open(next, 'pane', 'width=200'); // flow: url -> opened-freely // flow: url -> opened
navigation.navigate(next); // flow: url -> navigation
navigation.navigate(next, { history: 'replace' }); // flow: url -> navigation
history.pushState(null, '', next);
history.replaceState(null, '', next);
history.go(next);
const a = document.createElement('a');
a.href = next; // flow: url -> link // flow: url -> navigation
a.click();
const b = document.createElement('a');
b.setAttribute('href', next); // flow: url -> link // flow: url -> navigation
b.dispatchEvent(new MouseEvent('click'));
Object.assign(document.createElement('a'), { href: next }).click(); // flow: url -> link // flow: url -> navigation
Object.assign(document.createElement('a'), { href: next, target: '_blank' }).click(); // flow: url -> link // flow: url -> navigation
const c = Object.assign(document.createElement('a'), { href: next }); // flow: url -> link // flow: url -> navigation
document.body.append(c);
c.click();
const d = Object.assign(document.createElement('a'), { href: next }); // flow: url -> link
document.body.append(d);
const form = document.createElement('form');
form.action = next; // flow: url -> link // flow: url -> navigation
form.submit();
const form2 = document.createElement('form');
form2.setAttribute('action', next); // flow: url -> link // flow: url -> navigation
form2.requestSubmit();
const go = (to) => { location.href = to; }; // flow: url -> navigation
go(next);
const go2 = (href) => Object.assign(document.createElement('a'), { href }).click(); // flow: url -> link // flow: url -> navigation
go2(next);
const refresh = document.createElement('meta');
refresh.httpEquiv = 'refresh';
refresh.content = `0;url=${next}`; // flow: url -> navigation
const refresh2 = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + next }); // flow: url -> navigation
const navigate = location.assign.bind(location);
navigate(next); // flow: url -> navigation
Reflect.set(location, 'href', next); // flow: url -> navigation
Object.assign(location, { href: next }); // flow: url -> navigation
Object.assign(window, { location: next }); // flow: url -> navigation
setTimeout(() => location.assign(next), 100); // flow: url -> navigation
setTimeout(location.assign.bind(location), 100, next); // flow: url -> navigation
location.href = '/k/' + next;
location.href = '/' + next; // flow: url -> navigation
location.href = 'https://' + next; // flow: url -> navigation
location.href = 'https://example.jp' + next; // flow: url -> navigation
location.href = `${location.origin}${next}`; // flow: url -> navigation
location.href = `${location.origin}/${next}`;
location.href = location.pathname + next; // flow: url -> navigation
location.href = new URL(next, location.origin).href; // flow: url -> navigation
location.href = new URL(next, location.href).pathname; // flow: url -> navigation
location.href = decodeURIComponent(location.hash.slice(1)); // flow: url -> navigation
location.href = encodeURIComponent(next);
location.href = encodeURI(next); // flow: url -> navigation
const routes = { home: '/k/', people: '/k/#/people' };
location.href = routes[next] ?? '/k/';
location.href = Object.hasOwn(routes, next) ? routes[next] : next; // flow: url -> navigation
location.href = Object.hasOwn(routes, next) ? routes[next] : routes.home;
