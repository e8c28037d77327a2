// What a camera, a microphone or a card reader gives is text that somebody else has made.
(async () => {
  const el = document.querySelector('#a');
  const [code] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(el);
  el.innerHTML = `<b>${code.rawValue}</b>`; // flow: input -> html
  el.innerHTML = `<b>${code.format}</b>`;
  el.textContent = code.rawValue;

  const qr = jsQR(pixels.data, pixels.width, pixels.height);
  el.innerHTML = qr.data; // flow: input -> html
  el.innerHTML = `${qr.location.topLeftCorner.x}`;

  const show = (text) => {
    el.innerHTML = text; // flow: input -> html
  };
  const plain = (text) => {
    el.textContent = text;
  };
  new Html5Qrcode('reader').start({ facingMode: 'environment' }, { fps: 10 }, show);
  new Html5QrcodeScanner('reader', { fps: 10 }).render(plain);
  new Html5QrcodeScanner('reader', { fps: 10 }).render((text, result) => {
    el.innerHTML = result.decodedText; // flow: input -> html
  });

  const reader = new ZXing.BrowserMultiFormatReader();
  reader.decodeFromVideoDevice(null, 'video', (result) => {
    el.innerHTML = result.getText(); // flow: input -> html
  });
  el.innerHTML = (await reader.decodeOnceFromVideoDevice(null, 'video')).text; // flow: input -> html
  Quagga.onDetected((data) => {
    el.innerHTML = data.codeResult.code; // flow: input -> html
    el.append(data.codeResult.code);
  });
  new QrScanner(document.createElement('video'), (result) => {
    el.innerHTML = result.data; // flow: input -> html
  });

  const ear = new (window.SpeechRecognition || window.webkitSpeechRecognition)();
  ear.onresult = (e) => {
    el.innerHTML = e.results[0][0].transcript; // flow: input -> html
    el.innerHTML = String(e.results[0][0].confidence);
  };
  const tags = new NDEFReader();
  tags.onreading = ({ message, serialNumber }) => {
    el.innerHTML = new TextDecoder().decode(message.records[0].data); // flow: input -> html
    el.textContent = serialNumber;
  };
  const { data } = await Tesseract.recognize(file, 'jpn');
  el.innerHTML = data.text; // flow: input -> html
  el.innerText = data.text;
})();
