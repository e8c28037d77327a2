"use strict";
/* 郵便番号から住所を補う。住所マスタは市のkintoneにある別アプリ(総務課管理)。 TypeScriptから変換したもの */
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
(function () {
    var MASTER_APP = 41;
    var cache = new Map();
    var PostalCode = /** @class */ (function () {
        function PostalCode(digits) {
            this.digits = digits;
        }
        PostalCode.parse = function (text) {
            var _a;
            var digits = (_a = text === null || text === void 0 ? void 0 : text.replace(/[0-9]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 65248); })) === null || _a === void 0 ? void 0 : _a.replace(/[^0-9]/g, '');
            return digits && digits.length === 7 ? new PostalCode(digits) : null;
        };
        Object.defineProperty(PostalCode.prototype, "formatted", {
            get: function () { return this.digits.slice(0, 3) + "-" + this.digits.slice(3); },
            enumerable: false,
            configurable: true
        });
        return PostalCode;
    }());
    function debounce(wait, action) {
        var timer;
        return function () {
            var args = [];
            for (var _i = 0; _i < arguments.length; _i++) {
                args[_i] = arguments[_i];
            }
            window.clearTimeout(timer);
            timer = window.setTimeout(function () { return action.apply(void 0, args); }, wait);
        };
    }
    function lookUp(code) {
        return __awaiter(this, void 0, void 0, function* () {
            if (cache.has(code.digits)) {
                return cache.get(code.digits);
            }
            const response = yield kintone.api(kintone.api.url('/k/v1/records', true), 'GET', {
                app: MASTER_APP,
                query: `郵便番号 = "${code.digits}" order by 町域カナ asc limit 20`,
                fields: ['都道府県', '市区町村', '町域'],
            });
            const towns = response.records.map((r) => r.都道府県.value + r.市区町村.value + r.町域.value);
            cache.set(code.digits, towns);
            return towns;
        });
    }
    function datalist(id, towns) {
        var list = document.getElementById(id) || document.body.appendChild(document.createElement('datalist'));
        list.id = id;
        while (list.lastChild) {
            list.removeChild(list.lastChild);
        }
        towns.forEach(function (town) {
            var option = document.createElement('option');
            option.value = town;
            list.appendChild(option);
        });
        return list;
    }
    var PREFIXES = ['app.record.create', 'app.record.edit', 'mobile.app.record.create', 'mobile.app.record.edit'];
    var changed = PREFIXES.map(function (prefix) { return prefix + ".change.郵便番号"; });
    var setAddress = debounce(300, function (code) {
        return __awaiter(this, void 0, void 0, function* () {
            var app = kintone.isMobilePage && kintone.isMobilePage() ? kintone.mobile.app : kintone.app;
            try {
                const towns = yield lookUp(code);
                const current = app.record.get();
                if (towns.length === 1) {
                    current.record.住所.value = towns[0];
                    current.record.郵便番号.value = code.formatted;
                    app.record.set(current);
                }
                else if (towns.length > 1) {
                    datalist('yubin-kouho', towns);
                    current.record.住所.error = `候補が${towns.length}件あります: ${towns.join(' / ')}`;
                    app.record.set(current);
                }
            }
            catch (error) {
                console.error('住所マスタを読めませんでした', error.code);
            }
        });
    });
    kintone.events.on(changed, function (event) {
        var code = PostalCode.parse(event.changes.field.value);
        if (code) {
            setAddress(code);
        }
        else if (event.changes.field.value) {
            event.record.郵便番号.error = '郵便番号は7桁です。';
        }
        return event;
    });
})();
