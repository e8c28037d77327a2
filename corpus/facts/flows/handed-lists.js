// A function that an API calls may take what it is given as a list, and hand the list on.
function later(handler) {
  let timer;
  return function () {
    const self = this, given = arguments;
    clearTimeout(timer);
    timer = setTimeout(function () { handler.apply(self, given); }, 200);
  };
}
const once = (handler) => (...given) => handler(...given);
const second = (handler) => (first, ...others) => handler(others[0]);
const el = document.createElement('div');
const box = document.createElement('input');
box.addEventListener('input', later((event) => { el.innerHTML = event.target.value; })); // flow: input -> html
box.addEventListener('input', later((event) => { el.innerHTML = event.type; }));
box.addEventListener('input', once((event) => { el.innerHTML = event.target.value; })); // flow: input -> html
box.addEventListener('input', once((event) => { el.textContent = event.target.value; }));
box.addEventListener('input', second((event) => { el.innerHTML = event.target.value; }));
