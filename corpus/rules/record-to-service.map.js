// What a map is asked about goes to the map's service.
(() => {
  'use strict';

  kintone.events.on('app.record.detail.show', (event) => {
    const record = event.record; // source: record-to-service
    const geocoder = new google.maps.Geocoder();
    geocoder.geocode({ address: record.住所.value, language: 'ja' }, () => {}); // expect: record-to-service
    geocoder.geocode({ address: '秋田県由利本荘市' }, () => {});
    const marker = new google.maps.Marker({ // expect: record-to-service
      map: null,
      icon: 'https://chart.googleapis.com/chart?chld=' + record.場所コード.value,
    });
    marker.setMap(null);
    return event;
  });
})();
