"use strict";
(() => {
  // src/escape.js
  var 置き換え = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;"
  };
  var escapeHtml = (value) => String(value ?? "").replace(/[&<>"']/g, (letter) => 置き換え[letter]);
  var escapeQuery = (value) => String(value ?? "").replace(/\\/g, "\\\\").replace(/"/g, '\\"');

  // src/records.js
  var url = kintone.api.url("/k/v1/records.json", true);
  var fetchParcels = async (cultivator) => {
    const parcels = [];
    let lastId = 0;
    for (; ; ) {
      const { records } = await readPage(cultivator, lastId);
      parcels.push(...records);
      if (records.length < 500) {
        return parcels;
      }
      lastId = Number(records[records.length - 1].$id.value);
    }
  };
  var readPage = (cultivator, lastId) => kintone.api(url, "GET", {
    app: kintone.app.getId(),
    query: `耕作者番号 = "${escapeQuery(cultivator)}" and $id > ${lastId} order by $id asc limit 500`,
    fields: ["$id", "大字", "字", "地番", "現況地目", "面積", "利用状況", "権利設定の終期"]
  });

  // src/area.js
  var 平方メートル毎アール = 100;
  var アール毎ヘクタール = 100;
  var 平方メートル毎反 = 991.736;
  var formatArea = (squareMeters) => {
    const total = Math.round(Number(squareMeters) || 0);
    const hectares = Math.floor(total / (平方メートル毎アール * アール毎ヘクタール));
    const ares = Math.floor(total / 平方メートル毎アール) % アール毎ヘクタール;
    const rest = total % 平方メートル毎アール;
    return [
      hectares > 0 ? `${hectares}ha` : "",
      ares > 0 ? `${ares}a` : "",
      `${rest}㎡`
    ].join("");
  };
  var toTan = (squareMeters) => (Number(squareMeters) / 平方メートル毎反).toFixed(2);
  var sumByKind = (parcels) => {
    const sums = /* @__PURE__ */ new Map();
    for (const parcel of parcels) {
      const kind = parcel.現況地目.value || "不明";
      sums.set(kind, (sums.get(kind) ?? 0) + Number(parcel.面積.value || 0));
    }
    return sums;
  };

  // src/view.js
  var parcelRow = (parcel) => `
  <tr>
    <td>${escapeHtml(parcel.大字.value)}${escapeHtml(parcel.字.value)}</td>
    <td>${escapeHtml(parcel.地番.value)}</td>
    <td>${escapeHtml(parcel.現況地目.value)}</td>
    <td>${escapeHtml(formatArea(parcel.面積.value))}</td>
    <td>${escapeHtml(parcel.利用状況.value)}</td>
  </tr>`;
  var showParcels = (space, parcels) => {
    space.innerHTML = `
    <table class="nochi-table">
      <thead>
        <tr><th>所在</th><th>地番</th><th>地目</th><th>面積</th><th>利用状況</th></tr>
      </thead>
      <tbody>${parcels.map(parcelRow).join("")}</tbody>
    </table>`;
  };
  var showSummary = (space, parcels) => {
    const list = document.createElement("ul");
    for (const [kind, area] of sumByKind(parcels)) {
      const item = document.createElement("li");
      item.textContent = `${kind} ${formatArea(area)}(${toTan(area)}反)`;
      list.appendChild(item);
    }
    space.replaceChildren(list);
  };

  // src/main.js
  var 利用権の警告月数 = 6;
  var monthsUntil = (text) => {
    const end = /* @__PURE__ */ new Date(`${text}T00:00:00`);
    const now = /* @__PURE__ */ new Date();
    return (end.getFullYear() - now.getFullYear()) * 12 + end.getMonth() - now.getMonth();
  };
  kintone.events.on("app.record.detail.show", async (event) => {
    const { record } = event;
    const listSpace = kintone.app.record.getSpaceElement("同じ耕作者の農地");
    const sumSpace = kintone.app.record.getSpaceElement("地目別の合計");
    if (listSpace && sumSpace && record.耕作者番号.value) {
      const parcels = await fetchParcels(record.耕作者番号.value);
      showParcels(listSpace, parcels);
      showSummary(sumSpace, parcels);
    }
    return event;
  });
  kintone.events.on(["app.record.create.submit", "app.record.edit.submit"], (event) => {
    const { record } = event;
    if (Number(record.面積.value) <= 0) {
      record.面積.error = "面積は0より大きい値にしてください。";
      event.error = "面積を確かめてください。";
    }
    if (record.利用状況.value === "遊休" && !record.調査日.value) {
      record.調査日.error = "遊休農地には調査日が必要です。";
      event.error = "調査日を入力してください。";
    }
    return event;
  });
  kintone.events.on("app.record.index.show", (event) => {
    const ending = event.records.filter((record) => {
      const end = record.権利設定の終期.value;
      return end && monthsUntil(end) >= 0 && monthsUntil(end) <= 利用権の警告月数;
    });
    const space = kintone.app.getHeaderMenuSpaceElement();
    if (space) {
      space.textContent = `利用権が${利用権の警告月数}か月以内に切れる農地: ${ending.length}筆`;
    }
    return event;
  });
})();
