(() => {
  'use strict';

  const socket = new WebSocket('wss://live.example.com/room'); // expect: lasting-connection
  const events = new EventSource('https://live.example.com/events'); // expect: lasting-connection
  socket.addEventListener('open', () => events.close());

  class WebSocketLog {}
  return new WebSocketLog();
})();
