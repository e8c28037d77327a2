(() => {
  'use strict';
  mapboxgl.accessToken = 'pk.' + 'eyJ1IjoiaGltaXRzdSIsImEiOiJja2FiY2RlZjAxMjM0NTY3In0.k3JqLm8ZxPw9Rt2YvN5bH7'; // expect: map-service-key
  const address = 'https://map.yahooapis.jp/geocode/V1/geoCoder?appid=' + 'dj00aiZpP' + 'WszSnFMbThaeFB3OSZzPWhpbWl0c3Umeg--'; // expect: map-service-key
  const tiles = 'https://cyberjapandata.gsi.go.jp/xyz/std/{z}/{x}/{y}.png';
  const sample = 'pk.eyJ1Ijoi_your_token_here_xxxxxxxxxxxxxxxx.your_token_goes_here';
})();
