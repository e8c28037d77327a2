/*
 * 現場写真台帳
 *  - 写真を縮小してから添付する(自分のkintoneのファイルAPIだけを使う)
 *  - 詳細画面に縮小画像を並べる
 */
(function () {
  'use strict';

  const MAX_EDGE = 1600;
  const MAX_COUNT = 20;
  const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
  const objectUrls = new Set();

  function fileUrl() {
    return kintone.api.url('/k/v1/file.json', true);
  }

  function loadImage(file) {
    return new Promise(function (resolve, reject) {
      const image = new Image();
      const url = URL.createObjectURL(file);
      image.onload = function () {
        URL.revokeObjectURL(url);
        resolve(image);
      };
      image.onerror = function () {
        URL.revokeObjectURL(url);
        reject(new Error('画像として読めません: ' + file.name));
      };
      image.src = url;
    });
  }

  async function shrink(file) {
    const image = await loadImage(file);
    const scale = Math.min(1, MAX_EDGE / Math.max(image.naturalWidth, image.naturalHeight));
    if (scale === 1) {
      return file;
    }
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(function (resolve) {
      canvas.toBlob(resolve, 'image/jpeg', 0.85);
    });
  }

  async function upload(blob, name) {
    const form = new FormData();
    form.append('__REQUEST_TOKEN__', kintone.getRequestToken());
    form.append('file', blob, name);
    const response = await fetch(fileUrl(), {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      body: form,
    });
    const json = await response.json();
    if (!response.ok) {
      throw new Error(json.message);
    }
    return json.fileKey;
  }

  function download(fileKey) {
    return new Promise(function (resolve, reject) {
      const params = new URLSearchParams({ fileKey: fileKey });
      const xhr = new XMLHttpRequest();
      xhr.open('GET', fileUrl() + '?' + params.toString());
      xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      xhr.responseType = 'blob';
      xhr.onload = function () {
        if (xhr.status === 200) {
          resolve(xhr.response);
        } else {
          reject(new Error('HTTP ' + xhr.status));
        }
      };
      xhr.onerror = function () {
        reject(new Error('通信できませんでした'));
      };
      xhr.send();
    });
  }

  async function attach(recordId, files, report) {
    const url = kintone.api.url('/k/v1/record.json', true);
    const current = await kintone.api(url, 'GET', { app: kintone.app.getId(), id: recordId });
    const rows = current.record.写真一覧.value;
    if (rows.length + files.length > MAX_COUNT) {
      throw new Error('写真は1件につき' + MAX_COUNT + '枚までです。');
    }
    for (let i = 0; i < files.length; i += 1) {
      report(i + 1 + '/' + files.length + '枚目を送っています');
      const fileKey = await upload(await shrink(files[i]), files[i].name.replace(/[^\w.\-ぁ-んァ-ヶ一-龠]/g, '_'));
      rows.push({
        value: {
          写真: { value: [{ fileKey: fileKey }] },
          撮影日: { value: new Date(files[i].lastModified).toISOString().slice(0, 10) },
        },
      });
    }
    await kintone.api(url, 'PUT', {
      app: kintone.app.getId(),
      id: recordId,
      revision: current.record.$revision.value,
      record: { 写真一覧: { value: rows } },
    });
  }

  async function showThumbnails(record, space) {
    const list = document.createElement('ul');
    list.className = 'genba-photos';
    space.replaceChildren(list);
    for (const row of record.写真一覧.value) {
      for (const file of row.value.写真.value) {
        if (TYPES.indexOf(file.contentType) === -1) {
          continue;
        }
        const item = document.createElement('li');
        const image = document.createElement('img');
        const caption = document.createElement('span');
        const blob = await download(file.fileKey);
        const url = URL.createObjectURL(blob);
        objectUrls.add(url);
        image.src = url;
        image.alt = file.name;
        image.loading = 'lazy';
        caption.textContent = (row.value.撮影日.value || '') + ' ' + (row.value.説明.value || file.name);
        item.append(image, caption);
        list.append(item);
      }
    }
  }

  function createDropArea(recordId) {
    const area = document.createElement('div');
    const input = document.createElement('input');
    const message = document.createElement('p');
    area.className = 'genba-drop';
    area.id = 'genba-drop';
    input.type = 'file';
    input.multiple = true;
    input.accept = TYPES.join(',');
    message.textContent = '写真をここに置くか、選んでください。';

    async function handle(fileList) {
      const files = Array.from(fileList).filter(function (file) {
        return TYPES.includes(file.type);
      });
      if (files.length === 0) {
        message.textContent = 'JPEG・PNG・WebPの写真を選んでください。';
        return;
      }
      try {
        await attach(recordId, files, function (text) {
          message.textContent = text;
        });
        location.reload();
      } catch (error) {
        message.textContent = '添付できませんでした: ' + error.message;
      }
    }

    input.addEventListener('change', function () {
      handle(input.files);
    });
    area.addEventListener('dragover', function (e) {
      e.preventDefault();
      area.classList.add('is-over');
    });
    area.addEventListener('dragleave', function () {
      area.classList.remove('is-over');
    });
    area.addEventListener('drop', function (e) {
      e.preventDefault();
      area.classList.remove('is-over');
      handle(e.dataTransfer.files);
    });
    area.append(message, input);
    return area;
  }

  kintone.events.on('app.record.detail.show', function (event) {
    const space = kintone.app.record.getSpaceElement('photos');
    const menu = kintone.app.record.getHeaderMenuSpaceElement();
    if (menu && !document.getElementById('genba-drop')) {
      menu.append(createDropArea(event.recordId));
    }
    if (space) {
      showThumbnails(event.record, space).catch(function (error) {
        space.textContent = '写真を表示できません: ' + error.message;
      });
    }
    return event;
  });

  window.addEventListener('pagehide', function () {
    objectUrls.forEach(function (url) {
      URL.revokeObjectURL(url);
    });
    objectUrls.clear();
  });
})();
