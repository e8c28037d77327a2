// More objects and functions than are told apart: what is in one may be in any, under the same name only.
const rows = [
  { html: '<b>1</b>', id: 1 }, { html: '<b>2</b>', id: 2 }, { html: '<b>3</b>', id: 3 }, { html: '<b>4</b>', id: 4 },
  { html: '<b>5</b>', id: 5 }, { html: '<b>6</b>', id: 6 }, { html: '<b>7</b>', id: 7 }, { html: '<b>8</b>', id: 8 },
  { html: '<b>9</b>', id: 9 }, { html: '<b>10</b>', id: 10 }, { html: '<b>11</b>', id: 11 }, { html: '<b>12</b>', id: 12 },
  { html: '<b>13</b>', id: 13 }, { html: '<b>14</b>', id: 14 }, { html: '<b>15</b>', id: 15 }, { html: '<b>16</b>', id: 16 },
  { html: '<b>17</b>', id: 17 }, { html: '<b>18</b>', id: 18 }, { html: '<b>19</b>', id: 19 }, { html: '<b>20</b>', id: 20 },
];
kintone.events.on('app.record.detail.show', (event) => {
  const el = document.getElementById('rows');
  rows.forEach((row) => {
    el.innerHTML = row.id;
  });
  rows[0].html = event.record.見出し.value;
  rows.forEach((row) => {
    el.innerHTML = row.html; // flow: record -> html
    el.innerHTML = row.id;
  });
  return event;
});
