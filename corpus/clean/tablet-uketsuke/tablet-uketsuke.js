/*
 * 窓口タブレット受付
 * 職員の画面が、来庁者用の小窓(同じkintoneの別の画面)を開き、番号札のやり取りだけを伝え合う。
 * 伝えるのは決まった言葉と番号だけで、氏名などのレコードの中身は渡さない。
 */
(() => {
  'use strict';

  const ORIGIN = window.location.origin;
  const KINDS = Object.freeze({ ready: 'uketsuke:ready', call: 'uketsuke:call', done: 'uketsuke:done' });
  const PURPOSES = ['住民票', '印鑑登録', '転入・転出', '戸籍', 'その他'];
  const IDLE = 90 * 1000;

  const isVisitor = () => new URLSearchParams(window.location.search).get('mode') === 'visitor';

  const element = (name, text, className) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (className) node.className = className;
    return node;
  };

  // ---- 来庁者の画面 ------------------------------------------------------------------------

  const visitorScreen = (root) => {
    const title = element('h1', 'ご用件を選んでください', 'uketsuke-title');
    const buttons = document.createElement('div');
    const message = element('p', '', 'uketsuke-message');
    let timer = 0;

    const reset = () => {
      window.clearTimeout(timer);
      message.textContent = '';
      buttons.hidden = false;
    };

    const take = async (purpose) => {
      buttons.hidden = true;
      message.textContent = '番号札を用意しています…';
      try {
        const { id } = await kintone.api(kintone.api.url('/k/v1/record.json', true), 'POST', {
          app: kintone.app.getId(),
          record: { 用件: { value: purpose }, 状態: { value: '待ち' }, 受付時刻: { value: new Date().toISOString() } },
        });
        message.textContent = `番号は ${Number(id) % 1000} です。おかけになってお待ちください。`;
        window.opener?.postMessage({ kind: KINDS.done, number: Number(id) }, ORIGIN);
      } catch {
        message.textContent = '受け付けできませんでした。職員にお声がけください。';
      }
      timer = window.setTimeout(reset, 15000);
    };

    PURPOSES.forEach((purpose) => {
      const button = element('button', purpose, 'uketsuke-button');
      button.type = 'button';
      button.addEventListener('click', () => take(purpose));
      buttons.append(button);
    });

    window.addEventListener('message', (event) => {
      if (event.origin !== ORIGIN || event.source !== window.opener) return;
      const { kind, number } = event.data ?? {};
      if (kind === KINDS.call && Number.isInteger(number)) {
        title.textContent = `${number % 1000}番の方、窓口へお越しください`;
        window.setTimeout(() => {
          title.textContent = 'ご用件を選んでください';
        }, 20000);
      }
    });

    root.replaceChildren(title, buttons, message);
    window.opener?.postMessage({ kind: KINDS.ready }, ORIGIN);
    ['pointerdown', 'keydown'].forEach((type) => {
      document.addEventListener(type, () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(reset, IDLE);
      });
    });
  };

  // ---- 職員の画面 --------------------------------------------------------------------------

  let visitor = null;

  const openVisitor = (status) => {
    const url = new URL(window.location.href);
    url.searchParams.set('mode', 'visitor');
    visitor = window.open(url.href, 'uketsuke-visitor', 'popup,width=1024,height=768');
    status.textContent = visitor ? '来庁者の画面を開きました。' : 'ポップアップを許可してください。';
  };

  const callNumber = async (record) => {
    const number = Number(record.$id.value);
    await kintone.api(kintone.api.url('/k/v1/record.json', true), 'PUT', {
      app: kintone.app.getId(),
      id: number,
      record: { 状態: { value: '呼出' } },
    });
    visitor?.postMessage({ kind: KINDS.call, number }, ORIGIN);
  };

  const staffScreen = (root, records) => {
    const status = element('output', '');
    const open = element('button', '来庁者の画面を開く');
    const list = document.createElement('ol');
    open.type = 'button';
    open.addEventListener('click', () => openVisitor(status));

    records.filter((record) => record.状態.value === '待ち').forEach((record) => {
      const item = element('li', `${Number(record.$id.value) % 1000}番 ${record.用件.value} `);
      const button = element('button', '呼ぶ');
      button.type = 'button';
      button.addEventListener('click', () => {
        button.disabled = true;
        callNumber(record).catch((error) => {
          status.textContent = `呼び出せませんでした(${error.message})`;
          button.disabled = false;
        });
      });
      item.append(button);
      list.append(item);
    });

    window.addEventListener('message', (event) => {
      if (event.origin !== ORIGIN) {
        return;
      }
      if (event.data?.kind === KINDS.done) {
        status.textContent = `新しい受付: ${Number(event.data.number) % 1000}番`;
      } else if (event.data?.kind === KINDS.ready) {
        status.textContent = '来庁者の画面の準備ができました。';
      }
    });

    root.replaceChildren(open, status, list);
  };

  kintone.events.on('app.record.index.show', (event) => {
    const root = document.getElementById('uketsuke-root');
    if (!root || root.dataset.ready) return event;
    root.dataset.ready = '1';
    if (isVisitor()) {
      visitorScreen(root);
    } else {
      staffScreen(root, event.records);
    }
    return event;
  });
})();
