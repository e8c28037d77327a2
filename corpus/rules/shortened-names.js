(() => {
    "use strict";
    const e = { // expect: shortened-names
        "会議室": 500,
        "体育館": 1200,
        "調理室": 800
    };
    const r = (r, t, n) => {
        const o = e[r] || 0;
        const c = o * Math.max(t, 1);
        const s = n ? Math.floor(c * .5) : c;
        return s;
    };
    const t = e => {
        const t = e.施設.value;
        const n = Number(e.時間数.value);
        const o = e.減免.value.includes("対象");
        const c = r(t, n, o);
        e.使用料.value = String(c);
        e.説明.value = `${t}を${n}時間使うと${c}円です`;
    };
    const n = e => {
        const r = Number(e.時間数.value);
        if (Number.isNaN(r) || r <= 0) {
            e.時間数.error = "1以上の数字を入力してください";
            return false;
        }
        return true;
    };
    const o = [ "施設", "時間数", "減免" ].map(e => `app.record.create.change.${e}`);
    kintone.events.on(o, e => {
        if (n(e.record)) {
            t(e.record);
        }
        return e;
    });
    kintone.events.on([ "app.record.create.submit", "app.record.edit.submit" ], e => {
        if (!n(e.record)) {
            e.error = "時間数を確かめてください";
        }
        return e;
    });
})();
