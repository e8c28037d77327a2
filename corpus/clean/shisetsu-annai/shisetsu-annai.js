/*
 * 公共施設案内: 施設カード・一覧表・案内文のプレビュー
 * HTMLを組み立てるところでは、必ず html`` か esc() を通す。
 */
(function ($, Swal) {
  'use strict';

  // ---- HTMLの組み立て ----------------------------------------------------

  /** ブラウザー自身に実体参照へ直させる。 */
  function esc(text) {
    const div = document.createElement('div');
    div.textContent = text == null ? '' : text;
    return div.innerHTML.replace(/"/g, '&quot;').replace(/'/g, '&#39;');
  }

  /** 差し込む値をすべてエスケープするタグ関数。配列はつなげる。 */
  function html(strings, ...values) {
    return strings.reduce((out, text, index) => {
      const value = values[index - 1];
      return out + (Array.isArray(value) ? value.map(esc).join('') : esc(value)) + text;
    });
  }

  function nl2br(text) {
    return esc(text).replace(/\r?\n/g, '<br>');
  }

  const CATEGORY_ICONS = {
    図書館: '📚',
    公民館: '🏛',
    体育館: '🏀',
    公園: '🌳',
    支所: '🏢',
  };

  const iconOf = (category) => (Object.hasOwn(CATEGORY_ICONS, category) ? CATEGORY_ICONS[category] : '📍');

  const telephone = (text) => String(text || '').replace(/[^0-9-]/g, '');

  const website = (text) => (/^https?:\/\//i.test(text) ? text : '');

  // ---- 施設カード --------------------------------------------------------

  function card(record) {
    const capacity = parseInt(record.定員.value, 10) || 0;
    const fee = Number(record.使用料.value);
    const site = website(record.ホームページ.value);
    const equipments = record.設備.value.map((name) => `<li>${esc(name)}</li>`).join('');
    return `
      <article class="annai-card" data-id="${Number(record.$id.value)}">
        <h3>${iconOf(record.区分.value)} ${esc(record.施設名.value)}</h3>
        <p>${nl2br(record.案内文.value)}</p>
        <ul>${equipments}</ul>
        <p>定員 ${capacity}人 / 1時間 ${fee.toLocaleString()}円</p>
        <p><a href="tel:${telephone(record.電話番号.value)}">${telephone(record.電話番号.value)}</a></p>
        ${site ? `<p><a href="${esc(site)}" target="_blank" rel="noopener">ホームページ</a></p>` : ''}
      </article>`;
  }

  function tableOf(records) {
    const rows = records.map((record) => html`<tr>
      <td>${record.施設名.value}</td>
      <td>${record.区分.value}</td>
      <td>${record.所在地.value}</td>
    </tr>`);
    return '<table class="annai-table"><thead><tr><th>施設名</th><th>区分</th><th>所在地</th></tr></thead><tbody>'
      + rows.join('') + '</tbody></table>';
  }

  // ---- 一覧 --------------------------------------------------------------

  const modes = {
    カード: (records) => records.map(card).join(''),
    表: tableOf,
  };

  function show(area, mode, records) {
    const build = modes[mode] || modes.カード;
    area.innerHTML = build(records);
  }

  function filterOf(records, word) {
    const lower = word.toLowerCase();
    return records.filter((record) =>
      [record.施設名, record.所在地, record.案内文].some(({ value }) => (value || '').toLowerCase().includes(lower)));
  }

  kintone.events.on('app.record.index.show', (event) => {
    const $space = $(kintone.app.getHeaderSpaceElement());
    if ($space.find('#annai').length) {
      return event;
    }
    const $root = $(`
      <div id="annai">
        <div class="annai-bar">
          <input type="search" placeholder="施設名や所在地" aria-label="検索">
          <select aria-label="表示のしかた"></select>
          <span class="annai-count" role="status"></span>
        </div>
        <div class="annai-area"></div>
      </div>`);
    const $select = $root.find('select');
    Object.keys(modes).forEach((mode) => {
      $('<option>').val(mode).text(mode).appendTo($select);
    });

    const refresh = () => {
      const word = String($root.find('input').val()).trim();
      const records = word ? filterOf(event.records, word) : event.records;
      $root.find('.annai-count').text(word ? `「${word}」 ${records.length}件` : `${records.length}件`);
      show($root.find('.annai-area')[0], $select.val(), records);
    };

    $root.on('input', 'input', refresh);
    $root.on('change', 'select', refresh);
    $root.on('click', '.annai-card', function () {
      const record = event.records.find(({ $id }) => Number($id.value) === Number(this.dataset.id));
      if (record) {
        Swal.fire({
          title: esc(record.施設名.value),
          html: `<p>${nl2br(record.案内文.value)}</p><p>${html`最終更新: ${record.更新日時.value}`}</p>`,
          showCloseButton: true,
        });
      }
    });
    $space.append($root);
    refresh();
    return event;
  });

  // ---- 案内文のプレビュー ------------------------------------------------

  const TEMPLATES = {
    休館: '{施設名}は{期間}のあいだ休館します。',
    工事: '{施設名}では{期間}に工事を行います。ご迷惑をおかけします。',
    催し: '{施設名}で{期間}に催しを開きます。',
  };

  const fill = (template, values) => template.replace(/\{([^{}]+)\}/g, (all, key) => values[key] ?? all);

  kintone.events.on(['app.record.create.change.お知らせ種別', 'app.record.edit.change.お知らせ種別'], (event) => {
    const { record } = event;
    const template = TEMPLATES[record.お知らせ種別.value];
    if (template) {
      record.案内文.value = fill(template, {
        施設名: record.施設名.value,
        期間: `${record.開始日.value ?? ''}から${record.終了日.value ?? ''}`,
      });
    }
    return event;
  });

  kintone.events.on('app.record.detail.show', (event) => {
    const space = kintone.app.record.getSpaceElement('preview');
    if (space) {
      space.innerHTML = card(event.record);
      space.querySelectorAll('a').forEach((link) => {
        link.classList.add('annai-link');
      });
    }
    return event;
  });
})(jQuery, window.Swal);
