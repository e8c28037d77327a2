/* 番号の形: {和暦} {西暦} {番号:桁} を置き換える */
(function () {
  'use strict';

  var ERAS = [
    { from: 2019, name: 'R' },
    { from: 1989, name: 'H' }
  ];

  function wareki(year) {
    for (var i = 0; i < ERAS.length; i++) {
      if (year >= ERAS[i].from) {
        return ERAS[i].name + (year - ERAS[i].from + 1);
      }
    }
    return String(year);
  }

  function fiscalYear(text) {
    var date = text ? new Date(text) : new Date();
    return date.getMonth() < 3 ? date.getFullYear() - 1 : date.getFullYear();
  }

  function pad(number, digits) {
    return (new Array(digits + 1).join('0') + number).slice(-Math.max(digits, String(number).length));
  }

  function format(pattern, year, number) {
    return pattern
      .replace('{和暦}', wareki(year))
      .replace('{西暦}', String(year))
      .replace(/\{番号(?::(\d))?\}/, function (all, digits) {
        return pad(number, Number(digits || 1));
      });
  }

  function prefix(pattern, year) {
    return format(pattern.split(/\{番号/)[0], year, 0);
  }

  function quote(text) {
    return '"' + text.replace(/([\\"])/g, '\\$1') + '"';
  }

  function numberIn(text, start) {
    var match = text.indexOf(start) === 0 ? /^\d+/.exec(text.slice(start.length)) : null;
    return match ? parseInt(match[0], 10) : 0;
  }

  function next(config, app, dateText) {
    var year = fiscalYear(dateText);
    var start = prefix(config.format, year);
    return kintone.api(kintone.api.url('/k/v1/records', true), 'GET', {
      app: app,
      fields: [config.field],
      query: config.field + ' like ' + quote(start) + ' order by $id desc limit 100'
    }).then(function (resp) {
      var largest = resp.records.reduce(function (most, record) {
        return Math.max(most, numberIn(record[config.field].value || '', start));
      }, 0);
      return format(config.format, year, largest + 1);
    });
  }

  window.nendoSaiban = { format: format, fiscalYear: fiscalYear, next: next };
})();
