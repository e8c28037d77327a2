(() => {
  "use strict";

  /* 公用車予約: 週の表。予約を動かすと、確認のあとに日時を更新する。 */

  const HOURS = { from: 8, to: 18 };
  const DAY = 24 * 60 * 60 * 1000;
  const state = { monday: null, cars: [], reservations: [], root: null };

  const api = {
    records: (params) => kintone.api(kintone.api.url("/k/v1/records.json", true), "GET", params),
    update: (body) => kintone.api(kintone.api.url("/k/v1/record.json", true), "PUT", body),
  };

  const mondayOf = (date) => {
    const copy = new Date(date.getFullYear(), date.getMonth(), date.getDate());
    copy.setDate(copy.getDate() - ((copy.getDay() + 6) % 7));
    return copy;
  };

  const iso = (date) => date.toISOString().replace(/\.\d{3}Z$/, "Z");

  const label = (date) =>
    date.toLocaleDateString("ja-JP", { month: "numeric", day: "numeric", weekday: "short" });

  const h = (name, props = {}, ...children) => {
    const { dataset, style, on, ...rest } = props;
    const node = Object.assign(document.createElement(name), rest);
    Object.assign(node.dataset, dataset ?? {});
    Object.assign(node.style, style ?? {});
    Object.entries(on ?? {}).forEach(([type, handler]) => node.addEventListener(type, handler));
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  };

  const load = async () => {
    const end = new Date(state.monday.getTime() + 7 * DAY);
    const { records } = await api.records({
      app: kintone.app.getId(),
      query: `開始 < "${iso(end)}" and 終了 > "${iso(state.monday)}" order by 開始 asc limit 500`,
    });
    state.reservations = records.map((record) => ({
      id: record.$id.value,
      revision: record.$revision.value,
      car: record.車両.value,
      purpose: record.用務.value,
      start: new Date(record.開始.value),
      end: new Date(record.終了.value),
      person: record.予約者.value[0]?.name ?? "",
    }));
    state.cars = [...new Set(state.reservations.map(({ car }) => car))].sort((a, b) => a.localeCompare(b, "ja"));
  };

  const overlaps = (moved) =>
    state.reservations.some(
      (other) => other.id !== moved.id && other.car === moved.car && other.start < moved.end && moved.start < other.end,
    );

  const move = async (id, car, day) => {
    const target = state.reservations.find((reservation) => reservation.id === id);
    if (!target) return;
    const length = target.end - target.start;
    const start = new Date(day);
    start.setHours(target.start.getHours(), target.start.getMinutes());
    const moved = { ...target, car, start, end: new Date(start.getTime() + length) };
    if (overlaps(moved)) {
      kintone.showNotification("ERROR", "その時間は別の予約があります。");
      return;
    }
    if (!window.confirm(`「${target.purpose}」を ${label(start)} の ${car} に移します。`)) return;
    try {
      await api.update({
        app: kintone.app.getId(),
        id,
        revision: target.revision,
        record: { 車両: { value: car }, 開始: { value: iso(moved.start) }, 終了: { value: iso(moved.end) } },
      });
      await load();
      draw();
    } catch (error) {
      const message = error?.code === "GAIA_CO02" ? "ほかの人が先に変更しました。" : error.message;
      kintone.showNotification("ERROR", message);
    }
  };

  const entry = (reservation) => {
    const minutes = (reservation.start.getHours() - HOURS.from) * 60 + reservation.start.getMinutes();
    const length = (reservation.end - reservation.start) / 60000;
    const total = (HOURS.to - HOURS.from) * 60;
    return h(
      "div",
      {
        className: "kcal-entry",
        draggable: true,
        title: `${reservation.purpose} ${reservation.person}`,
        dataset: { id: reservation.id },
        style: {
          marginLeft: `${Math.max(0, (minutes / total) * 100)}%`,
          width: `${Math.min(100, (length / total) * 100)}%`,
        },
        on: {
          dragstart: (e) => {
            e.dataTransfer.effectAllowed = "move";
            e.dataTransfer.setData("text/plain", reservation.id);
          },
        },
      },
      h("strong", { textContent: reservation.purpose }),
      h("span", { textContent: reservation.person }),
    );
  };

  const cell = (car, day) => {
    const next = new Date(day.getTime() + DAY);
    const entries = state.reservations.filter((r) => r.car === car && r.start < next && r.end > day).map(entry);
    return h(
      "td",
      {
        on: {
          dragover: (e) => e.preventDefault(),
          drop: (e) => {
            e.preventDefault();
            void move(e.dataTransfer.getData("text/plain"), car, day);
          },
        },
      },
      ...entries,
    );
  };

  const draw = () => {
    const days = Array.from({ length: 7 }, (_, index) => new Date(state.monday.getTime() + index * DAY));
    const head = h("tr", {}, h("th", { textContent: "車両" }), ...days.map((day) => h("th", { textContent: label(day) })));
    const body = state.cars.map((car) =>
      h("tr", {}, h("th", { scope: "row", textContent: car }), ...days.map((day) => cell(car, day))),
    );
    const shift = (weeks) => async () => {
      state.monday = new Date(state.monday.getTime() + weeks * 7 * DAY);
      await load();
      draw();
    };
    state.root.replaceChildren(
      h(
        "div",
        { className: "kcal-bar" },
        h("button", { type: "button", textContent: "前の週", on: { click: shift(-1) } }),
        h("span", { className: "kcal-clock", ariaLive: "off" }),
        h("button", { type: "button", textContent: "次の週", on: { click: shift(1) } }),
      ),
      h("table", { className: "kcal" }, h("thead", {}, head), h("tbody", {}, ...body)),
    );
  };

  const tick = () => {
    const clock = state.root?.querySelector(".kcal-clock");
    if (clock) clock.textContent = new Date().toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });
  };

  kintone.events.on("app.record.index.show", async (event) => {
    if (event.viewType !== "custom") return event;
    state.root = document.querySelector("#kouyousha");
    if (!state.root) return event;
    state.monday = mondayOf(new Date());
    await load();
    draw();
    tick();
    window.setInterval(tick, 30000);
    return event;
  });
})();
