((() => {
    'use strict';
    const _0x3f6877 = { // expect: obfuscated-names
        '会議室': 0x1f4,
        '体育館': 0x4b0,
        '調理室': 0x320
    };
    const _0xfa6d11 = (_0x185a06, _0x26d979, _0x50879c) => {
        const _0x36ff98 = _0x3f6877[_0x185a06] || 0x0;
        const _0x3c5974 = _0x36ff98 * Math['max'](_0x26d979, 0x1);
        const _0x444b8a = _0x50879c ? Math['floor'](_0x3c5974 * 0.5) : _0x3c5974;
        return _0x444b8a;
    };
    const _0x57dd47 = _0x572bed => {
        const _0x10cd00 = _0x572bed['施設']['value'];
        const _0x27f944 = Number(_0x572bed['時間数']['value']);
        const _0x5a63f3 = _0x572bed['減免']['value']['includes']('対象');
        const _0x146b6c = _0xfa6d11(_0x10cd00, _0x27f944, _0x5a63f3);
        _0x572bed['使用料']['value'] = String(_0x146b6c);
        _0x572bed['説明']['value'] = _0x10cd00 + 'を' + _0x27f944 + '時間使うと' + _0x146b6c + '円です';
    };
    const _0x5ec1 = _0x56c2d8 => {
        const _0x58e779 = Number(_0x56c2d8['時間数']['value']);
        if (Number['isNaN'](_0x58e779) || _0x58e779 <= 0x0) {
            _0x56c2d8['時間数']['error'] = '1以上の数字を入力してください';
            return ![];
        }
        return !![];
    };
    const _0x2310d9 = [
        '施設',
        '時間数',
        '減免'
    ]['map'](_0x596099 => 'app.record.create.change.' + _0x596099);
    kintone['events']['on'](_0x2310d9, _0x4925fd => {
        if (_0x5ec1(_0x4925fd['record'])) {
            _0x57dd47(_0x4925fd['record']);
        }
        return _0x4925fd;
    });
    kintone['events']['on']([
        'app.record.create.submit',
        'app.record.edit.submit'
    ], _0xac52fa => {
        if (!_0x5ec1(_0xac52fa['record'])) {
            _0xac52fa['error'] = '時間数を確かめてください';
        }
        return _0xac52fa;
    });
})());
