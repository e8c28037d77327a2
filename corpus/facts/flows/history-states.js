// What is written into the history comes back with popstate.
const out = document.body;
const q = new URLSearchParams(location.search).get('view');
window.addEventListener('popstate', (event) => {
  out.innerHTML = event.state.view; // flow: url -> html
});
window.addEventListener('popstate', ({ state }) => {
  if (state) out.insertAdjacentHTML('beforeend', `<p>${state.view}</p>`); // flow: url -> html
});
window.addEventListener('popstate', (event) => {
  out.textContent = event.state.view;
});
window.onpopstate = (event) => { out.innerHTML = event.state.view; }; // flow: url -> html
window.onpopstate = function (e) { out.innerHTML = e.state.n; };
$(window).on('popstate', (e) => { out.innerHTML = e.originalEvent.state.view; }); // flow: url -> html
out.innerHTML = history.state.view; // flow: url -> html // flow: storage -> html
out.innerHTML = window.history.state?.view; // flow: url -> html // flow: storage -> html
history.replaceState({ view: q, n: 3 }, '');
