/**
 * ふるさと納税 お礼状の下書きを生成AIで作る
 * 2025-11 企画課で試行
 */
(function ($) {
  'use strict';

  var AI_URL = 'https://api.openai.com/v1/chat/completions';
  var AI_KEY = 'sk-proj-Wn4Kd82HsLq0ZtYbR7vXcM3JfPaGuE9iTo5DxNhB1kVyQmSg6rUwCzAeF2LpIj8O';
  var 指示 = 'あなたは市役所の職員です。寄附者への丁寧なお礼状を200字で書いてください。';

  function buildPrompt(record) {
    return [
      '寄附者: ' + record['寄附者氏名'].value,
      'お住まい: ' + record['寄附者住所'].value,
      '寄附金額: ' + record['寄附金額'].value,
      '応援メッセージ: ' + record['応援メッセージ'].value
    ].join('\n');
  }

  function askForLetter(record) {
    var headers = {
      'Content-Type': 'application/json',
      'Authorization': 'Bearer ' + AI_KEY
    };
    var data = {
      model: 'gpt-4o-mini',
      messages: [
        { role: 'system', content: 指示 },
        { role: 'user', content: buildPrompt(record) }
      ]
    };
    return kintone.proxy(AI_URL, 'POST', headers, data).then(function (args) {
      if (args[1] !== 200) {
        throw new Error('status ' + args[1]);
      }
      return JSON.parse(args[0]).choices[0].message.content;
    });
  }

  function saveLetter(recordId, letter) {
    return kintone.api(kintone.api.url('/k/v1/record.json', true), 'PUT', {
      app: kintone.app.getId(),
      id: recordId,
      record: { お礼状下書き: { value: letter } }
    });
  }

  kintone.events.on('app.record.detail.show', function (event) {
    var menu = kintone.app.record.getHeaderMenuSpaceElement();
    if (!menu || document.getElementById('furusato-letter')) {
      return event;
    }
    var button = document.createElement('button');
    button.id = 'furusato-letter';
    button.type = 'button';
    button.textContent = 'お礼状の下書きを作る';
    button.onclick = function () {
      button.disabled = true;
      askForLetter(event.record)
        .then(function (letter) {
          return saveLetter(event.record.$id.value, letter);
        })
        .then(function () {
          location.reload();
        })
        .catch(function () {
          button.disabled = false;
          kintone.showNotification('ERROR', '下書きを作れませんでした。');
        });
    };
    menu.appendChild(button);
    return event;
  });

  // 印刷の画面では下書きをそのままの改行で見せる
  kintone.events.on('app.record.print.show', function (event) {
    var space = kintone.app.record.getSpaceElement('お礼状');
    if (space) {
      $(space).css('white-space', 'pre-wrap').text(event.record['お礼状下書き'].value || '');
    }
    return event;
  });
})(jQuery);
