import { formatArea, sumByKind, toTan } from './area.js';
import { escapeHtml } from './escape.js';

const parcelRow = (parcel) => `
  <tr>
    <td>${escapeHtml(parcel.大字.value)}${escapeHtml(parcel.字.value)}</td>
    <td>${escapeHtml(parcel.地番.value)}</td>
    <td>${escapeHtml(parcel.現況地目.value)}</td>
    <td>${escapeHtml(formatArea(parcel.面積.value))}</td>
    <td>${escapeHtml(parcel.利用状況.value)}</td>
  </tr>`;

/** 農地の一覧表 */
export const showParcels = (space, parcels) => {
  space.innerHTML = `
    <table class="nochi-table">
      <thead>
        <tr><th>所在</th><th>地番</th><th>地目</th><th>面積</th><th>利用状況</th></tr>
      </thead>
      <tbody>${parcels.map(parcelRow).join('')}</tbody>
    </table>`;
};

/** 地目ごとの合計 */
export const showSummary = (space, parcels) => {
  const list = document.createElement('ul');
  for (const [kind, area] of sumByKind(parcels)) {
    const item = document.createElement('li');
    item.textContent = `${kind} ${formatArea(area)}(${toTan(area)}反)`;
    list.appendChild(item);
  }
  space.replaceChildren(list);
};
