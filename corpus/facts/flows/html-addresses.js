// Whoever chooses the address that HTML is fetched from chooses the HTML.
const pages = { faq: '/k/help/faq.html', terms: '/k/help/terms.html' };
const key = location.hash.replace('#', '');
$('#out').load(key); // flow: url -> html-url
$('#out').load(key + ' #main'); // flow: url -> html-url
$('#out').load(pages[key] || key); // flow: url -> html-url
$('#out').load(pages[key === 'terms' ? 'terms' : 'faq']);
$('#out').load('/k/help/' + encodeURIComponent(key) + '.html');
$('#out').load(`/k/help/faq.html #${key}`);
if (Object.hasOwn(pages, key)) $('#out').load(pages[key]);
if (key === '/k/help/faq.html') $('#out').load(key);
$(window).load(() => $('#out').text(key));
htmx.ajax('GET', key, '#out'); // flow: url -> html-url
htmx.ajax('GET', pages.faq, '#out');
const box = document.getElementById('box');
box.setAttribute('hx-get', key); // flow: url -> html-url
box.setAttribute('hx-get', `/k/help/${encodeURIComponent(key)}`);
box.setAttribute('hx-vals', key);
$('#box').attr('hx-post', key); // flow: url -> html-url
$.pjax({ url: key, container: '#out' }); // flow: url -> html-url
$.pjax({ url: pages.terms, container: '#out' });
up.render({ url: key, target: '#out' }); // flow: url -> html-url
up.render({ url: pages.faq, target: '#out' });
