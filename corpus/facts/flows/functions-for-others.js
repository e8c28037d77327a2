// Functions for others to call: what they get, the names of their parameters and of what is read of those tell.
import { helper } from './helper.js';
export const show = (record) => {
  document.querySelector('#a').innerHTML = record.件名.value; // flow: record -> html
  document.querySelector('#b').innerHTML = Number(record.数.value);
  document.querySelector('#c').textContent = record.件名.value;
};
export function list(records, title) {
  document.querySelector('#a').innerHTML = records.map((each) => `<li>${each.名前.value}</li>`).join(''); // flow: record -> html
  document.querySelector('#b').innerHTML = title;
  document.querySelector('#c').innerHTML = records.length;
}
export const onShow = (event) => {
  document.querySelector('#a').innerHTML = event.record.件名.value; // flow: record -> html
  document.querySelector('#b').innerHTML = event.records.map((each) => each.$id.value).join();
  return event;
};
export const draw = ({ record, app }) => {
  document.querySelector('#a').innerHTML = record.件名.value; // flow: record -> html
  document.querySelector('#b').innerHTML = app.件名;
};
const label = (record) => { document.querySelector('#a').innerHTML = record.text; };
label({ text: '<b>見出し</b>' });
const count = (records) => { document.querySelector('#a').innerHTML = records.join(); };
count([1, 2, 3].map(String));
helper.each((record) => { document.querySelector('#a').innerHTML = record.件名.value; }); // flow: record -> html
export const link = (row) => {
  document.querySelector('#a').innerHTML = row.名称.value; // flow: record -> html
  document.querySelector('#b').innerHTML = row.value.品名.value; // flow: record -> html
  document.querySelector('#c').innerHTML = row.label;
};
export const links = ({ rows }) => {
  document.querySelector('#a').innerHTML = rows.map((row) => row.名称.value).join(); // flow: record -> html
  document.querySelector('#b').innerHTML = rows.map((row) => `<b>${row.label}</b>`).join();
};
