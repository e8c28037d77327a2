/* 水道検針票: 使用水量と料金の計算、ルックアップの自動取得、前回値との比較 */
jQuery.noConflict();
(function ($) {
    "use strict";

    const FIELD_METER = "メーター番号";
    const FIELD_NOW = "今回指針";
    const FIELD_LAST = "前回指針";
    const FIELD_USAGE = "使用水量";
    const FIELD_FEE = "水道料金";
    const FIELD_REASON = "異常の理由";

    // 口径ごとの基本料金と、水量の段階ごとの単価
    const BASIC = { "13": 800, "20": 1200, "25": 1800, "40": 4600 };
    const STEPS = [
        { upTo: 10, price: 60 },
        { upTo: 20, price: 130 },
        { upTo: 40, price: 190 },
        { upTo: Infinity, price: 260 }
    ];

    const meteredFee = function (usage) {
        let rest = usage;
        let from = 0;
        let fee = 0;
        for (let i = 0; i < STEPS.length && rest > 0; i += 1) {
            const amount = Math.min(rest, STEPS[i].upTo - from);
            fee += amount * STEPS[i].price;
            rest -= amount;
            from = STEPS[i].upTo;
        }
        return fee;
    };

    const calc = function (record) {
        const now = parseFloat(record[FIELD_NOW].value);
        const last = parseFloat(record[FIELD_LAST].value);
        if (isNaN(now) || isNaN(last)) {
            record[FIELD_USAGE].value = null;
            record[FIELD_FEE].value = null;
            return;
        }
        const turned = now < last;
        const digits = String(record["メーター桁数"].value || "4");
        const usage = turned ? now + Math.pow(10, Number(digits)) - last : now - last;
        record[FIELD_USAGE].value = usage;
        record[FIELD_FEE].value = Math.floor(((BASIC[record["口径"].value] || 0) + meteredFee(usage)) * 1.1);
    };

    const changeEvents = [];
    $.each([FIELD_NOW, FIELD_LAST, "口径", "メーター桁数"], function (index, code) {
        changeEvents.push("app.record.create.change." + code);
        changeEvents.push("app.record.edit.change." + code);
        changeEvents.push("app.record.index.edit.change." + code);
        changeEvents.push("mobile.app.record.create.change." + code);
        changeEvents.push("mobile.app.record.edit.change." + code);
    });

    kintone.events.on(changeEvents, function (event) {
        calc(event.record);
        return event;
    });

    // メーター番号を読み取ったら、ルックアップを自動で取得する
    kintone.events.on([
        "app.record.create.change.メーターQR",
        "mobile.app.record.create.change.メーターQR"
    ], function (event) {
        const scanned = String(event.changes.field.value || "").trim();
        if (!/^M[0-9]{6}$/.test(scanned)) {
            event.record["メーターQR"].error = "QRコードの形式が違います";
            return event;
        }
        event.record[FIELD_METER].value = scanned;
        event.record[FIELD_METER].lookup = true;
        return event;
    });

    kintone.events.on(["app.record.create.show", "mobile.app.record.create.show"], function (event) {
        event.record["検針員"].value = [{ code: kintone.getLoginUser().code }];
        event.record[FIELD_USAGE].disabled = true;
        event.record[FIELD_FEE].disabled = true;
        return event;
    });

    // 過去6回の平均との比較
    const fetchAverage = function (meter) {
        const escaped = meter.replace(/\\/g, "\\\\").replace(/"/g, '\\"');
        return kintone.api(kintone.api.url("/k/v1/records", true), "GET", {
            app: kintone.app.getId() || kintone.mobile.app.getId(),
            fields: [FIELD_USAGE],
            query: FIELD_METER + ' = "' + escaped + '" order by 検針日 desc limit 6'
        }).then(function (resp) {
            const numbers = resp.records.map(function (r) { return Number(r[FIELD_USAGE].value); });
            if (numbers.length === 0) {
                return null;
            }
            return numbers.reduce(function (a, b) { return a + b; }, 0) / numbers.length;
        });
    };

    kintone.events.on([
        "app.record.create.submit",
        "app.record.edit.submit",
        "mobile.app.record.create.submit",
        "mobile.app.record.edit.submit"
    ], function (event) {
        const record = event.record;
        const meter = record[FIELD_METER].value;
        if (!meter) {
            event.error = "メーター番号がありません。";
            return event;
        }
        return fetchAverage(meter).then(function (average) {
            const usage = Number(record[FIELD_USAGE].value);
            if (average !== null && usage > average * 2 && !record[FIELD_REASON].value) {
                record[FIELD_REASON].error = "平均(" + Math.round(average) + "㎥)の2倍を超えています。漏水などの理由を入力してください。";
            }
            return event;
        }).catch(function (e) {
            event.error = "過去の検針を読み取れませんでした。" + e.message;
            return event;
        });
    });

    // 詳細画面: 料金の内訳
    kintone.events.on("app.record.detail.show", function (event) {
        const usage = Number(event.record[FIELD_USAGE].value);
        const $space = $(kintone.app.record.getSpaceElement("uchiwake"));
        if ($space.length === 0) {
            return event;
        }
        const $table = $("<table>").addClass("suido-uchiwake");
        const $head = $("<tr>");
        $.each(["段階", "単価", "水量", "金額"], function (i, label) {
            $head.append($("<th>").text(label));
        });
        $table.append($("<thead>").append($head));
        const $body = $("<tbody>");
        let from = 0;
        STEPS.forEach(function (step, i) {
            const amount = Math.max(0, Math.min(usage, step.upTo) - from);
            from = step.upTo;
            const $tr = $("<tr>");
            $tr.append($("<td>").text("第" + (i + 1) + "段階"));
            $tr.append($("<td>", { text: step.price + "円" }));
            $tr.append($("<td>").text(amount));
            $tr.append($("<td>").text((amount * step.price).toLocaleString()));
            $body.append($tr);
        });
        $table.append($body);
        $space.empty().append($table);
        if (event.record[FIELD_REASON].value) {
            $("<p/>", { "class": "suido-note" }).text("理由: " + event.record[FIELD_REASON].value).appendTo($space);
        }
        return event;
    });
})(jQuery);
