// A frame runs what is HTML, or may be; plain text it shows.
const report = new URLSearchParams(location.search).get('report');
const frame = document.createElement('iframe');
frame.src = URL.createObjectURL(new Blob([report], { type: 'text/html' })); // flow: url -> html
frame.src = URL.createObjectURL(new Blob([report])); // flow: url -> frame-url
frame.src = URL.createObjectURL(new Blob([report], { type: 'image/svg+xml' })); // flow: url -> html
frame.src = URL.createObjectURL(new Blob([report], { type: 'application/xhtml+xml' })); // flow: url -> html
frame.src = URL.createObjectURL(new Blob([report], { type: 'text/xml' })); // flow: url -> html
frame.src = URL.createObjectURL(new Blob([report], { type: 'text/plain' }));
frame.src = URL.createObjectURL(new Blob([report], { type: 'text/plain;charset=utf-8' }));
frame.src = URL.createObjectURL(new Blob([report], { type: 'application/pdf' }));
frame.src = URL.createObjectURL(new File([report], 'a.txt', { type: 'text/csv' }));
const plain = new Blob(['\ufeff', report], { type: 'text/plain' });
const address = URL.createObjectURL(plain);
frame.setAttribute('src', address);
const shown = new Blob(['<p>', report], { type: location.pathname.endsWith('txt') ? 'text/plain' : 'text/html' });
frame.setAttribute('src', URL.createObjectURL(shown)); // flow: url -> frame-url // flow: url -> html
const known = report.startsWith('<') ? 'image/png' : 'application/pdf';
frame.src = URL.createObjectURL(new Blob([report], { type: known }));
frame.src = URL.createObjectURL(new Blob([report], { type: window.chosenType })); // flow: url -> frame-url
window.open(URL.createObjectURL(new Blob([report], { type: window.chosenType }))); // flow: url -> frame-url
const opened = new Blob([report], { type: document.contentType });
window.open(URL.createObjectURL(opened)); // flow: url -> frame-url
window.open(URL.createObjectURL(new Blob([report], { type: 'text/csv' })));
window.open(report);
// So does a window, or a page that goes there; what is escaped in HTML is nothing but text in it.
window.open(URL.createObjectURL(new Blob([report], { type: 'text/html' }))); // flow: url -> html
const page = (body, kind) => URL.createObjectURL(new Blob(['<p>', body, '</p>'], { type: `text/${kind};charset=utf-8` }));
window.open(page(report, 'html')); // flow: url -> html
location.assign(page(report, 'plain'));
location.href = page(report, 'html'); // flow: url -> html
location.href = page(_.escape(report), 'html');
frame.src = page(_.escape(report), 'html');
const link = document.createElement('a');
link.href = page(report, 'html'); // flow: url -> html
const saved = document.createElement('a');
saved.href = page(report, 'html');
saved.download = 'report.html';
saved.click();
const confined = document.createElement('iframe');
confined.setAttribute('sandbox', '');
confined.src = page(report, 'html');
