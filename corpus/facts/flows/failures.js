// What is thrown arrives where it is caught.
const check = (text) => {
  if (text.length > 10) {
    throw new RangeError(`長すぎます: ${text}`, { cause: text });
  }
  return text.length;
};
const refuse = (text) => {
  throw text;
};
const quiet = (text) => {
  if (text.length > 10) {
    throw new Error('長すぎます');
  }
  return text.length;
};
class FormError extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}
kintone.events.on('app.record.detail.show', async (event) => {
  const el = kintone.app.record.getSpaceElement('a');
  const raw = event.record.件名.value;
  try {
    check(raw);
  } catch (error) {
    el.innerHTML = error.message; // flow: record -> html
    el.innerHTML = error.name;
    el.innerHTML = error.cause; // flow: record -> html
    el.innerHTML = '失敗: ' + error; // flow: record -> html
  }
  try {
    check(raw);
  } catch ({ name, message }) {
    el.innerHTML = name;
    el.innerHTML = message; // flow: record -> html
  }
  try {
    quiet(raw);
  } catch (error) {
    el.innerHTML = error.message;
    el.innerHTML = `${error}`;
  }
  try {
    refuse(raw);
  } catch (text) {
    el.innerHTML = text; // flow: record -> html
  }
  try {
    if (!raw) throw { html: raw, text: 'x' };
  } catch (given) {
    el.innerHTML = given.html;
    el.innerHTML = given.text;
  }
  try {
    throw new FormError('x', raw);
  } catch (error) {
    el.innerHTML = error.message;
    el.innerHTML = error.code; // flow: record -> html
  }
  try {
    try {
      refuse(raw);
    } catch (inner) {
      throw new Error(inner);
    }
  } catch (outer) {
    el.innerHTML = outer.message; // flow: record -> html
  }
  try {
    [raw].forEach(refuse);
  } catch (text) {
    el.innerHTML = text; // flow: record -> html
  }
  const load = async (text) => {
    if (text) throw new TypeError(text);
    return 'x';
  };
  try {
    el.innerHTML = await load(raw);
  } catch (error) {
    el.innerHTML = error.message; // flow: record -> html
  }
  load(raw).catch((error) => {
    el.innerHTML = error.message; // flow: record -> html
  });
  load(raw).then(
    (text) => {
      el.innerHTML = text;
    },
    (error) => {
      el.innerHTML = error.message; // flow: record -> html
    },
  );
  await load(raw)
    .then((text) => text)
    .catch((error) => error.message)
    .then((text) => {
      el.innerHTML = text; // flow: record -> html
    });
  new Promise((resolve, reject) => {
    reject(raw);
    resolve('x');
  }).catch((reason) => {
    el.innerHTML = reason; // flow: record -> html
  });
  Promise.reject(raw).catch((reason) => {
    el.innerHTML = reason; // flow: record -> html
  });
  return event;
});
