// Addresses that a browser loads by itself: pictures of several sizes, in SVG, fonts.
kintone.events.on('app.record.detail.show', (event) => {
  const name = encodeURIComponent(event.record.氏名.value);
  const picture = document.createElement('img');
  const size = (n) => `https://a.example/${n}.png?name=${name} ${n}x`;
  picture.srcset = [1, 2].map(size).join(', '); // flow: record -> request-url
  picture.srcset = `https://a.example/1.png?name=${name} 1x`; // flow: record -> request-url
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'image');
  drawn.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `https://a.example/${name}`); // flow: record -> request-url
  drawn.setAttributeNS(null, 'href', `https://a.example/${name}`); // flow: record -> request-url
  drawn.setAttribute('href', `https://a.example/${name}`); // flow: record -> request-url
  drawn.href.baseVal = `https://a.example/${name}`; // flow: record -> request-url
  drawn.setAttributeNS(null, 'data-name', `https://a.example/${name}`);
  const around = document.createElementNS('http://www.w3.org/2000/svg', 'a');
  around.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `https://a.example/${name}`);
  const font = new FontFace('x', `url(https://a.example/${name})`); // flow: record -> request-url
  document.fonts.add(font);
  new FontFace('y', 'url(https://a.example/y.woff2)');
  const inside = document.createElement('div');
  inside.innerHTML = '<img class="x" width="' + event.record.幅.value.length + '" src="https://a.example/?a=1&amp;b=' + name + '">'; // flow: record -> request-url
  inside.innerHTML = `<img src="https://a.example/?data=${name}">`; // flow: record -> request-url
  inside.innerHTML = `<p style="background: url(https://a.example/${name})"></p>`; // flow: record -> request-url
  inside.innerHTML = `<a href="#" ping="https://a.example/${name}">x</a>`; // flow: record -> request-url
  inside.innerHTML = `<table background='https://a.example/${name}'></table>`; // flow: record -> request-url
  inside.innerHTML = `<a href="https://a.example/?src=${name}">x</a>`;
  inside.innerHTML = `<img alt="src=https://a.example/${name}" src="https://a.example/1.png">`;
  inside.innerHTML = '<img src="https://a.example/?b=' + event.record.氏名.value + '">'; // flow: record -> request-url
  const ahead = document.createElement('link');
  ahead.setAttribute('imagesrcset', `https://a.example/${name} 1x`); // flow: record -> request-url
  return event;
});
