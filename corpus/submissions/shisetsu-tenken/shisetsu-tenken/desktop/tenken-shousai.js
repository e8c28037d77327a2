/*
 * 公共施設点検 詳細・編集画面: 図面へのリンク、所在地の座標、書きかけの控え
 * 管財課 施設係
 */
(() => {
  'use strict';

  const 控えの名前 = () => `tenken-hikae-${kintone.app.getId()}`;

  /** 図面管理システムに置いた図面を開く */
  const addDrawingLink = (record) => {
    const space = kintone.app.record.getSpaceElement('図面');
    if (!space || !record.図面URL.value) {
      return;
    }
    const link = document.createElement('a');
    link.href = record.図面URL.value;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = '図面を開く';
    space.replaceChildren(link);
  };

  /** 所在地から座標を求める(国土地理院の住所検索) */
  const findPlace = async (address) => {
    const url = `https://msearch.gsi.go.jp/address-search/AddressSearch?q=${encodeURIComponent(address)}`;
    const [body, status] = await kintone.proxy(url, 'GET', {}, {});
    if (status !== 200) {
      throw new Error(`住所検索が使えません(${status})`);
    }
    const [first] = JSON.parse(body);
    return first ? first.geometry.coordinates.map(Number) : [];
  };

  const addPlaceButton = (record) => {
    const space = kintone.app.record.getSpaceElement('座標');
    if (!space) {
      return;
    }
    const button = document.createElement('button');
    const answer = document.createElement('span');
    button.type = 'button';
    button.textContent = '座標を調べる';
    button.addEventListener('click', async () => {
      const [longitude, latitude] = await findPlace(record.所在地.value);
      answer.textContent = latitude ? ` 北緯 ${latitude} 東経 ${longitude}` : ' 見つかりませんでした';
    });
    space.replaceChildren(button, answer);
  };

  kintone.events.on('app.record.detail.show', (event) => {
    addDrawingLink(event.record);
    addPlaceButton(event.record);
    return event;
  });

  // 現場で画面を閉じても書き直さずに済むよう、所見をブラウザーに控える
  kintone.events.on(['app.record.create.change.所見', 'app.record.edit.change.所見'], (event) => {
    localStorage.setItem(控えの名前(), event.record.所見.value);
    return event;
  });

  kintone.events.on(['app.record.create.submit.success', 'app.record.edit.submit.success'], (event) => {
    localStorage.removeItem(控えの名前());
    return event;
  });

  kintone.events.on(['app.record.create.submit', 'app.record.edit.submit'], (event) => {
    const { record } = event;
    if (record.判定.value === '要修繕' && !record.所見.value) {
      record.所見.error = '要修繕のときは所見を書いてください。';
      event.error = '入力を確かめてください。';
    }
    return event;
  });
})();
