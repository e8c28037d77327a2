(() => {
  'use strict';

  navigator.geolocation.getCurrentPosition((position) => position.coords); // expect: sensor-used
  navigator.mediaDevices.getUserMedia({ video: true }); // expect: sensor-used

  const map = { getCurrentPosition: () => [35.86, 140.03] };
  map.getCurrentPosition();
})();
