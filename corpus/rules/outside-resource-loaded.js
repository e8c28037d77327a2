// Pictures and sounds of another site are loaded when the page is shown.
kintone.events.on('app.record.detail.show', (event) => {
  const space = kintone.app.record.getSpaceElement('annai');
  const picture = document.createElement('img');
  picture.src = 'https://annai.example/shisetsu.png'; // expect: outside-resource-loaded
  picture.src = 'data:image/png;base64,iVBORw0KGgo=';
  picture.src = '/k/api/icon.png';
  space.append(picture);
  new Audio('https://annai.example/chime.mp3').play(); // expect: outside-resource-loaded
  new Audio('/k/api/chime.mp3').play();
  space.style.backgroundImage = 'url(https://annai.example/kabe.png)'; // style-property-to-outside tells of it
  space.style.backgroundImage = 'none';
  new Notification('点検の時刻です', { icon: 'https://annai.example/bell.png' }); // expect: outside-resource-loaded
  new Notification('点検の時刻です');
  return event;
});

class Badge {
  constructor(label) {
    this.picture = document.createElement('img');
    this.picture.alt = label;
  }

  show(place) {
    this.picture.src = 'https://annai.example/badge.svg'; // expect: outside-resource-loaded
    place.append(this.picture);
  }
}
new Badge('稼働状況').show(kintone.app.getHeaderSpaceElement());
