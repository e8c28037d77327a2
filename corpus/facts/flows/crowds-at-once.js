// A hundred objects that meet where they are handed on before anything else is known of them.
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('rooms');
  el.innerHTML = rooms.map((room) => `<li>${room?.label}</li>`).join('');
  el.innerHTML = rooms.map((room) => `<li>${event.record.部屋.value}</li>`).join(''); // flow: record -> html
  rooms[0].note = event.record.備考.value;
  el.innerHTML = rooms.map((room) => `<li>${room.note}</li>`).join(''); // flow: record -> html
  return event;
});

const rooms = [
  { label: '101室' }, { label: '102室' }, { label: '103室' }, { label: '104室' }, { label: '105室' }, { label: '106室' },
  { label: '107室' }, { label: '108室' }, { label: '109室' }, { label: '110室' }, { label: '111室' }, { label: '112室' },
  { label: '113室' }, { label: '114室' }, { label: '115室' }, { label: '116室' }, { label: '117室' }, { label: '118室' },
  { label: '119室' }, { label: '120室' }, { label: '121室' }, { label: '122室' }, { label: '123室' }, { label: '124室' },
  { label: '125室' }, { label: '126室' }, { label: '127室' }, { label: '128室' }, { label: '129室' }, { label: '130室' },
  { label: '131室' }, { label: '132室' }, { label: '133室' }, { label: '134室' }, { label: '135室' }, { label: '136室' },
  { label: '137室' }, { label: '138室' }, { label: '139室' }, { label: '140室' }, { label: '141室' }, { label: '142室' },
  { label: '143室' }, { label: '144室' }, { label: '145室' }, { label: '146室' }, { label: '147室' }, { label: '148室' },
  { label: '149室' }, { label: '150室' }, { label: '151室' }, { label: '152室' }, { label: '153室' }, { label: '154室' },
  { label: '155室' }, { label: '156室' }, { label: '157室' }, { label: '158室' }, { label: '159室' }, { label: '160室' },
  { label: '161室' }, { label: '162室' }, { label: '163室' }, { label: '164室' }, { label: '165室' }, { label: '166室' },
  { label: '167室' }, { label: '168室' }, { label: '169室' }, { label: '170室' }, { label: '171室' }, { label: '172室' },
  { label: '173室' }, { label: '174室' }, { label: '175室' }, { label: '176室' }, { label: '177室' }, { label: '178室' },
  { label: '179室' }, { label: '180室' }, { label: '181室' }, { label: '182室' }, { label: '183室' }, { label: '184室' },
  { label: '185室' }, { label: '186室' }, { label: '187室' }, { label: '188室' }, { label: '189室' }, { label: '190室' },
  { label: '191室' }, { label: '192室' }, { label: '193室' }, { label: '194室' }, { label: '195室' }, { label: '196室' },
  { label: '197室' }, { label: '198室' }, { label: '199室' }, { label: '200室' }, { label: '201室' }, { label: '202室' },
  { label: '203室' }, { label: '204室' }, { label: '205室' }, { label: '206室' }, { label: '207室' }, { label: '208室' },
  { label: '209室' }, { label: '210室' }, { label: '211室' }, { label: '212室' }, { label: '213室' }, { label: '214室' },
  { label: '215室' }, { label: '216室' }, { label: '217室' }, { label: '218室' }, { label: '219室' }, { label: '220室' },
];
