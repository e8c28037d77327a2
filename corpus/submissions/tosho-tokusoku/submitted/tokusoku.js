// ============================================================
//  図書館 督促管理
//  中央図書館 奉仕係  2019年 作成(メモ帳で編集)
// ============================================================
(function () {
    'use strict';

    var 督促文 = {
        1: '返却期限を過ぎています。お早めにお返しください。',
        2: '再度のお知らせです。次に予約されている方がお待ちです。',
        3: '三度目のお知らせです。ご返却まで新たな貸出ができません。'
    };

    // 期限から何日過ぎたか
    function 超過日数(返却期限) {
        if (!返却期限) {
            return 0;
        }
        var 今日 = new Date();
        var 期限 = new Date(返却期限 + 'T00:00:00');
        var 差 = Math.floor((今日.getTime() - 期限.getTime()) / (24 * 60 * 60 * 1000));
        return 差 > 0 ? 差 : 0;
    }

    // 超過日数から督促の段階を決める(7日で1回目、21日で2回目、42日で3回目)
    function 督促段階(日数) {
        if (日数 >= 42) {
            return 3;
        }
        if (日数 >= 21) {
            return 2;
        }
        return 日数 >= 7 ? 1 : 0;
    }

    function 行を作る(見出し, 内容) {
        var tr = document.createElement('tr');
        var th = document.createElement('th');
        var td = document.createElement('td');
        th.appendChild(document.createTextNode(見出し));
        td.appendChild(document.createTextNode(内容));
        tr.appendChild(th);
        tr.appendChild(td);
        return tr;
    }

    // ------------------------------------------------------------
    //  詳細画面: 督促状の下書きを表示
    // ------------------------------------------------------------
    kintone.events.on('app.record.detail.show', function (event) {
        var record = event.record;
        var space = kintone.app.record.getSpaceElement('督促状');
        var 日数 = 超過日数(record['返却期限'].value);
        var 段階 = 督促段階(日数);
        if (!space || 段階 === 0) {
            return event;
        }
        var table = document.createElement('table');
        table.appendChild(行を作る('書名', record['書名'].value));
        table.appendChild(行を作る('資料番号', record['資料番号'].value));
        table.appendChild(行を作る('返却期限', record['返却期限'].value));
        table.appendChild(行を作る('超過', 日数 + '日'));
        table.appendChild(行を作る('文面', 督促文[段階]));
        space.appendChild(table);
        return event;
    });

    // ------------------------------------------------------------
    //  保存前: 段階を自動で入れる
    // ------------------------------------------------------------
    kintone.events.on(['app.record.create.submit', 'app.record.edit.submit', 'app.record.index.edit.submit'], function (event) {
        var record = event.record;
        if (record['返却日'].value) {
            record['督促段階'].value = '0';
            return event;
        }
        record['督促段階'].value = String(督促段階(超過日数(record['返却期限'].value)));
        return event;
    });

    // ------------------------------------------------------------
    //  入力画面: 手で触らない項目を固定
    // ------------------------------------------------------------
    kintone.events.on(['app.record.create.show', 'app.record.edit.show'], function (event) {
        event.record['督促段階'].disabled = true;
        event.record['最終督促日'].disabled = true;
        return event;
    });
})();
